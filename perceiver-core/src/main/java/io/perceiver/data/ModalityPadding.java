package io.perceiver.data;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.data.TokenizedExample;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the examples of one modality side by side. Thread-safe. */
final class ModalityPadding {
  private static final float[] ZEROS = new float[4096];

  private final String name;
  private final ByteArraySpec spec;
  private final BufferPool pool;

  ModalityPadding(String name, ByteArraySpec spec, BufferPool pool) {
    this.name = name;
    this.spec = spec;
    this.pool = pool;
  }

  /**
   * Makes a batch.
   *
   * @param examples null for one that lacks the modality
   * @return empty where all lack it
   */
  Optional<ModalityBatch> batch(List<@Nullable TokenizedExample> examples) {
    if (examples.stream().allMatch(Objects::isNull)) {
      return Optional.empty();
    }
    boolean shared = spec.sharedPositions().isPresent();
    int longest = longest(examples);
    ByteBuffer content = pool.take(bytes(examples.size(), longest, spec.channels()));
    ByteBuffer positions = shared ? null : pool.take(bytes(examples.size(), longest, spec.axes()));
    FloatBuffer contentRows = content.asFloatBuffer();
    FloatBuffer positionRows = positions == null ? null : positions.asFloatBuffer();
    boolean[] present = new boolean[examples.size()];
    for (int i = 0; i < present.length; i++) {
      TokenizedExample example = examples.get(i);
      present[i] = example != null;
      put(contentRows, example == null ? null : example.content(), longest * spec.channels());
      if (positionRows != null) {
        put(positionRows, example == null ? null : example.positions(), longest * spec.axes());
      }
    }
    return Optional.of(
        new ModalityBatch(
            present.length,
            longest,
            spec.channels(),
            spec.axes(),
            content,
            positions,
            mask(examples, longest),
            hidden(examples, longest),
            present));
  }

  private static int longest(List<@Nullable TokenizedExample> examples) {
    int longest = 0;
    for (TokenizedExample example : examples) {
      longest = Math.max(longest, elements(example));
    }
    return longest;
  }

  private static int elements(@Nullable TokenizedExample example) {
    return example == null ? 0 : example.elements();
  }

  /** One row: the values, then zeros. */
  private static void put(FloatBuffer rows, float @Nullable [] values, int length) {
    int rest = length;
    if (values != null) {
      rows.put(values);
      rest -= values.length;
    }
    while (rest > 0) {
      int some = Math.min(rest, ZEROS.length);
      rows.put(ZEROS, 0, some);
      rest -= some;
    }
  }

  private static boolean @Nullable [] mask(List<@Nullable TokenizedExample> examples, int longest) {
    if (examples.stream().allMatch(example -> elements(example) == longest)) {
      return null;
    }
    boolean[] mask = new boolean[examples.size() * longest];
    for (int i = 0; i < examples.size(); i++) {
      Arrays.fill(mask, i * longest, i * longest + elements(examples.get(i)), true);
    }
    return mask;
  }

  private static boolean @Nullable [] hidden(
      List<@Nullable TokenizedExample> examples, int longest) {
    if (examples.stream().allMatch(example -> example == null || example.hidden() == null)) {
      return null;
    }
    boolean[] hidden = new boolean[examples.size() * longest];
    for (int i = 0; i < examples.size(); i++) {
      TokenizedExample example = examples.get(i);
      if (example != null && example.hidden() != null) {
        System.arraycopy(example.hidden(), 0, hidden, i * longest, example.elements());
      }
    }
    return hidden;
  }

  private int bytes(int batch, int elements, int width) {
    long bytes = (long) batch * elements * width * Float.BYTES;
    if (bytes > Integer.MAX_VALUE) {
      throw new PerceiverException(
          String.format(
              "modality '%s': a batch of %d × %d elements × %d needs %d bytes, more than one buffer"
                  + " holds; lower batchSize",
              name, batch, elements, width, bytes));
    }
    return (int) bytes;
  }
}
