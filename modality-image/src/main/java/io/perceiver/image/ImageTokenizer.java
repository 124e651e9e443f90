package io.perceiver.image;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Tokenizer;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.SampleKind;
import java.nio.FloatBuffer;

/**
 * What pixels and patches have in common: every image is brought to the model's size, if it has not
 * that size yet, and all have the same elements on the same grid.
 */
abstract class ImageTokenizer implements Tokenizer<Raster> {
  private final ByteArraySpec spec;
  private final Frame frame;
  private final Colour colour;

  ImageTokenizer(ByteArraySpec spec, Frame frame, Colour colour) {
    this.spec = spec;
    this.frame = frame;
    this.colour = colour;
  }

  /** What a channel of a pixel is, for people. */
  static String content(Colour colour) {
    return switch (colour) {
      case RGB -> "colour";
      case GREY -> "grey level";
      case INDEX -> "index";
    };
  }

  @Override
  public final ByteArraySpec spec() {
    return spec;
  }

  /**
   * {@inheritDoc}
   *
   * @throws PerceiverException if the image has other channels than the model
   */
  @Override
  public final int elements(Raster image) {
    boolean indexed = image.kind() == SampleKind.INDEX;
    if (image.channels() != colour.channels() || indexed != (colour == Colour.INDEX)) {
      throw new PerceiverException(
          image
              + " has "
              + image.channels()
              + " channels, expected "
              + colour.channels()
              + "; convert it by Colour."
              + colour
              + ".of(image)");
    }
    return spec.maxElements();
  }

  @Override
  public final void tokenize(Raster image, FloatBuffer content, FloatBuffer positions) {
    write(frame.fit(image), content);
  }

  /** Writes every element of an image that has the model's size. */
  abstract void write(Raster image, FloatBuffer content);
}
