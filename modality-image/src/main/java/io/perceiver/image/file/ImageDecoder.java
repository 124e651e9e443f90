package io.perceiver.image.file;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.HexFormat;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes image files. Thread-safe: every call has a decoder of its own.
 *
 * <p>A file is refused before it is decoded when its header claims more pixels than allowed, or
 * more than so few bytes can hold; and when it is larger than the largest allowed image
 * uncompressed.
 *
 * @param maxPixels pixels of the largest image accepted
 * @param background level behind transparent pixels, 0 to 255
 */
public record ImageDecoder(int maxPixels, int background) {
  // a transparent pixel of 16-bit samples is the largest there is; the rest is room for metadata
  private static final int LARGEST_PIXEL_BYTES = 8;
  private static final long METADATA_BYTES = 16L << 20;

  private static final int SHOWN_BYTES = 8;

  /**
   * The image in a file, upright by its EXIF orientation, with one channel where it is grey and
   * three otherwise.
   *
   * @throws UnreadableExampleException if the bytes are no image of a known format, are damaged or
   *     cut short, or hold too large an image; says which
   * @throws IOException if the bytes cannot be had
   */
  public Raster decode(ExampleSource source) throws IOException {
    byte[] file = bytes(source);
    ImageFormat format = ImageFormat.of(file).orElseThrow(() -> unknown(source, file));
    Claims claims = new Claims(source.name(), format, file);
    claims.check();
    ImageReader reader = format.newReader();
    Damage damage = new Damage();
    try (ImageInputStream stream = stream(format, file)) {
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, false, true);
      claims.checkSize(reader.getWidth(0), reader.getHeight(0), maxPixels);
      Raster image = Samples.of(reader.read(0), background);
      damage.throwIfAny();
      return Orientation.of(format, file).upright(image);
    } catch (UnreadableExampleException refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      // decoders answer damaged files with exceptions of every kind, all of which mean the same
      // here
      throw new UnreadableExampleException(
          source.name(), "damaged or cut short as " + format + ": " + reason(damaged), damaged);
    } finally {
      reader.dispose();
    }
  }

  private byte[] bytes(ExampleSource source) throws IOException {
    long most =
        Math.min(Integer.MAX_VALUE - 8, METADATA_BYTES + LARGEST_PIXEL_BYTES * (long) maxPixels);
    try (InputStream stream = source.open()) {
      byte[] file = stream.readNBytes((int) most);
      if (file.length == most && stream.read() >= 0) {
        throw new UnreadableExampleException(
            source.name(),
            "larger than " + most + " bytes, more than an image of " + maxPixels + " pixels needs");
      }
      return file;
    }
  }

  /** In memory, so that decoders can compare lengths with what there is. */
  private static ImageInputStream stream(ImageFormat format, byte[] file) {
    return format == ImageFormat.WEBP
        ? new PaddedStream(file)
        : new ByteArrayImageInputStream(file);
  }

  private static UnreadableExampleException unknown(ExampleSource source, byte[] file) {
    String found =
        file.length == 0
            ? "the file is empty"
            : "not an image, it begins with the bytes "
                + HexFormat.ofDelimiter(" ")
                    .formatHex(Arrays.copyOf(file, Math.min(SHOWN_BYTES, file.length)));
    return new UnreadableExampleException(
        source.name(), found + "; images are PNG, JPEG, GIF, BMP, TIFF or WebP files");
  }

  private static String reason(Exception damaged) {
    String message = damaged.getMessage();
    Throwable cause = damaged.getCause();
    if (cause != null && cause.getMessage() != null) {
      message = cause.getMessage();
    }
    return message == null || message.isBlank() ? damaged.getClass().getSimpleName() : message;
  }
}
