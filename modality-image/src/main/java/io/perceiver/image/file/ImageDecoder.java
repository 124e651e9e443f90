package io.perceiver.image.file;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import io.perceiver.image.raster.SampleKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes image files. Thread-safe: every call has a decoder of its own.
 *
 * <p>A file is refused before it is decoded when its header claims more pixels than allowed, or
 * more than so few bytes can hold; when parts that the header promises are absent; and when it is
 * larger than the largest allowed image uncompressed.
 */
public final class ImageDecoder {
  /** What is read, for messages. */
  public static final String READABLE =
      "images are PNG, JPEG, GIF, BMP, TIFF, WebP or Netpbm (PBM, PGM, PPM) files";

  // a transparent pixel of 16-bit samples is the largest there is; the rest is room for metadata
  private static final int LARGEST_PIXEL_BYTES = 8;
  private static final long METADATA_BYTES = 16L << 20;

  private final Wish wish;

  /**
   * A decoder of levels.
   *
   * @param maxPixels pixels of the largest image accepted
   * @param background level behind transparent pixels, 0 to 255
   */
  public ImageDecoder(int maxPixels, int background) {
    this(maxPixels, background, false, List.of());
  }

  /**
   * A decoder of levels or indices.
   *
   * @param indices whether palette entries and grey levels are read as indices
   * @param range stored samples that stand for black and white; empty for those of the file's kind
   */
  public ImageDecoder(int maxPixels, int background, boolean indices, List<Double> range) {
    this.wish = new Wish(maxPixels, background, indices, Range.of(range));
  }

  /**
   * Reads the image in a file, upright by its EXIF orientation, with one channel if it is grey and
   * three otherwise.
   *
   * @throws UnreadableExampleException if the bytes are not an image of a known format, are damaged
   *     or cut short, or hold too large an image; says which
   * @throws IOException if the source cannot be read
   */
  public Raster decode(ExampleSource source) throws IOException {
    byte[] file = bytes(source);
    ImageFormat format =
        ImageFormat.of(file).orElseThrow(() -> FileKind.of(file).refused(source.name(), READABLE));
    try {
      return finished(source.name(), decode(new Claims(source.name(), format, file)));
    } catch (UnreadableExampleException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // decoders answer damaged files with exceptions of every kind, all of which mean the same
      // here
      throw new UnreadableExampleException(
          source.name(), "damaged or cut short as " + format + ": " + reason(damaged), damaged);
    }
  }

  /**
   * Takes the samples of an image in memory, as those of a file are taken.
   *
   * @param name of the image, for messages
   * @throws UnreadableExampleException if it has too many pixels, or its samples are not those
   *     wanted; says which
   */
  public Raster decode(String name, BufferedImage image) throws UnreadableExampleException {
    checkSize(name, image.getWidth(), image.getHeight());
    return finished(name, Samples.of(name, image, wish));
  }

  /**
   * Checks an image that is a raster already.
   *
   * @param name of the image, for messages
   * @throws UnreadableExampleException as {@link #decode(String, BufferedImage)} does
   */
  public Raster decode(String name, Raster image) throws UnreadableExampleException {
    checkSize(name, image.width(), image.height());
    return finished(name, image);
  }

  private void checkSize(String name, int width, int height) throws UnreadableExampleException {
    if ((long) width * height > wish.maxPixels()) {
      throw new UnreadableExampleException(
          name,
          "has %d × %d pixels; allowed: up to maxPixels, %d"
              .formatted(width, height, wish.maxPixels()));
    }
  }

  private Raster decode(Claims claims) throws IOException {
    byte[] file = claims.file();
    return switch (claims.format()) {
      case JPEG -> JpegDecoder.decode(claims, wish);
      case PNG -> {
        PngFile png = PngFile.walk(claims.name(), file);
        Raster image = byImageIo(claims, png.decodable());
        yield Orientation.of(file, png.exif()).upright(image);
      }
      case GIF -> GifFile.decode(claims, wish);
      case BMP -> byImageIo(claims, BmpFile.decodable(claims.name(), file));
      case TIFF -> Orientation.of(ByteBuffer.wrap(file)).upright(TiffDecoder.decode(claims, wish));
      case WEBP -> WebpDecoder.decode(claims, wish);
      case PNM -> PnmFile.decode(claims, wish);
    };
  }

  private Raster finished(String name, Raster image) throws UnreadableExampleException {
    if (!wish.indices()) {
      return image.kind() == SampleKind.FLOAT ? image : wish.range().apply(name, image);
    }
    if (image.channels() > 1 || image.kind() == SampleKind.FLOAT) {
      throw new UnreadableExampleException(
          name,
          "has "
              + (image.channels() > 1 ? "red, green and blue" : "float")
              + " samples; colour: index reads palette and grey images of whole numbers");
    }
    return image;
  }

  private Raster byImageIo(Claims claims, byte[] file) throws IOException {
    ImageReader reader = claims.format().newReader();
    Damage damage = new Damage();
    try (ImageInputStream stream = new ByteArrayImageInputStream(file)) {
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, true, true);
      claims.checkSize(reader.getWidth(0), reader.getHeight(0), wish.maxPixels());
      Raster image = Samples.of(claims.name(), reader.read(0), wish);
      damage.throwIfAny();
      return image;
    } finally {
      reader.dispose();
    }
  }

  private byte[] bytes(ExampleSource source) throws IOException {
    long most =
        Math.min(
            Integer.MAX_VALUE - 8, METADATA_BYTES + LARGEST_PIXEL_BYTES * (long) wish.maxPixels());
    try (InputStream stream = source.open()) {
      byte[] file = stream.readNBytes((int) most);
      if (file.length == most && stream.read() >= 0) {
        throw new UnreadableExampleException(
            source.name(),
            "larger than "
                + most
                + " bytes, more than an image of "
                + wish.maxPixels()
                + " pixels needs");
      }
      return file;
    }
  }

  private static String reason(Exception damaged) {
    String message = damaged.getMessage();
    Throwable cause = damaged.getCause();
    if (cause != null && cause.getMessage() != null) {
      message = cause.getMessage();
    }
    return message == null || message.isBlank() ? "the decoder gives no reason" : message;
  }
}
