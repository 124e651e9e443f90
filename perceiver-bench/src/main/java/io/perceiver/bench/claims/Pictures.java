package io.perceiver.bench.claims;

import io.perceiver.api.Augmentation;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.Positions;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueReader;
import io.perceiver.api.ValueSource;
import io.perceiver.api.position.NoPositions;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.head.ClassificationHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Labelled pictures in memory, and the order in which their elements are shown.
 *
 * @param pixels (example, index, channel), row-major, in the order of the grid
 * @param labels the class of each, from 0
 * @param channels of a pixel
 * @param classes how many there are
 * @param positions of the elements, (index, axis)
 * @param order of the pixels: place i shows pixel {@code order[i]}; null for the grid's
 * @param positionOrder of the positions, likewise; with {@code order} the same, elements move
 *     together with their positions
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and far too large to copy
record Pictures(
    float[] pixels,
    int[] labels,
    int channels,
    int classes,
    Positions positions,
    int @Nullable [] order,
    int @Nullable [] positionOrder) {
  /** The name under which networks find the pictures. */
  static final String MODALITY = "image";

  /** The name of the only output. */
  static final String HEAD = "label";

  /** Creates one in the grid's order. */
  Pictures(float[] pixels, int[] labels, int channels, int classes, Positions positions) {
    this(pixels, labels, channels, classes, positions, null, null);
  }

  /** How many there are. */
  int size() {
    return labels.length;
  }

  /** At most the first so many. */
  Pictures first(int count) {
    return new Pictures(
        pixels,
        Arrays.copyOf(labels, Math.min(count, labels.length)),
        channels,
        classes,
        positions,
        order,
        positionOrder);
  }

  /** The same pictures with their pixels in another order. */
  Pictures shuffled(Shuffle shuffle, int[] permutation) {
    return switch (shuffle) {
      case NONE -> this;
      case BEFORE -> ordered(permutation, null);
      case AFTER -> ordered(permutation, permutation);
    };
  }

  private Pictures ordered(int[] pixelOrder, int @Nullable [] newPositionOrder) {
    return new Pictures(pixels, labels, channels, classes, positions, pixelOrder, newPositionOrder);
  }

  /** Returns them as examples, each of which holds no more than its number. */
  List<Example> examples() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      String id = "picture-" + i;
      examples.add(
          new Example(
              id,
              Splits.TRAIN,
              Map.of(HEAD, String.valueOf(labels[i])),
              Map.of(MODALITY, SourceRecord.whole(new ValueSource(id, i)))));
    }
    return examples;
  }

  /** Returns what makes batches of {@link #examples}. */
  BatchMaker maker() {
    Modality<Integer> modality =
        new Modality<>(
            new NumberReader(),
            Augmentation.none(),
            new PictureTokenizer(this),
            new NoPositions(),
            InputAdapter.identity());
    return new BatchMaker(
        List.of(new ModalityPipeline<>(MODALITY, modality)),
        Map.of(HEAD, ClassificationHead.of(classes).target()),
        BadExamples.refused());
  }

  /** What an example holds is what it is. */
  private static final class NumberReader implements ExampleReader<Integer> {

    @Override
    public Integer read(ExampleSource source) throws IOException {
      throw new UnreadableExampleException(source.name(), "is not the number of a picture");
    }

    @Override
    public List<ValueReader<?, Integer>> values() {
      return List.of(new ValueReader<>(Integer.class, (name, number) -> number));
    }
  }
}
