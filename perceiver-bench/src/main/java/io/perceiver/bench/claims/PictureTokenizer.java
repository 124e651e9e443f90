package io.perceiver.bench.claims;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Tokenizer;
import java.nio.FloatBuffer;
import java.util.Optional;

/** Writes the elements of pictures, known by their numbers, in the order they are shown in. */
final class PictureTokenizer implements Tokenizer<Integer> {
  private final Pictures pictures;
  private final ByteArraySpec spec;

  /** Elements that moved with their positions bring these along; others stand on the grid. */
  PictureTokenizer(Pictures pictures) {
    this.pictures = pictures;
    spec =
        new ByteArraySpec(
            pictures.positions().count(),
            pictures.channels(),
            pictures.positions().axes(),
            Optional.of(pictures.positions()).filter(grid -> pictures.positionOrder() == null),
            "pixel");
  }

  @Override
  public ByteArraySpec spec() {
    return spec;
  }

  @Override
  public int elements(Integer number) {
    return spec.maxElements();
  }

  @Override
  public void tokenize(Integer number, FloatBuffer content, FloatBuffer positions) {
    int[] order = pictures.order();
    int[] positionOrder = pictures.positionOrder();
    for (int place = 0; place < spec.maxElements(); place++) {
      int pixel = number * spec.maxElements() + (order == null ? place : order[place]);
      content.put(pictures.pixels(), pixel * spec.channels(), spec.channels());
      if (positionOrder != null) {
        positions.put(
            pictures.positions().values(), positionOrder[place] * spec.axes(), spec.axes());
      }
    }
  }
}
