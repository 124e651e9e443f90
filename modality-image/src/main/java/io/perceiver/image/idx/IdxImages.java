package io.perceiver.image.idx;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * The images of an IDX file as records, in the channels a model sees. The file is held in memory;
 * closing does nothing.
 */
public final class IdxImages implements RecordFile<Raster> {
  private final IdxFile file;
  private final Colour colour;

  private IdxImages(IdxFile file, Colour colour) {
    this.file = file;
    this.colour = colour;
  }

  /**
   * Reads a file of images.
   *
   * @param maxPixels pixels of the largest image accepted
   * @throws UnreadableExampleException if it is no IDX file, or one of labels, or of larger images
   * @throws IOException if the bytes cannot be had
   */
  public static IdxImages open(ExampleSource source, Colour colour, int maxPixels)
      throws IOException {
    IdxFile file = IdxFile.read(source);
    if (!file.holdsImages()) {
      throw new UnreadableExampleException(
          source.name(),
          "an IDX file of shape "
              + file.shape()
              + " holds no images; those are (count, rows, columns) or (count, rows, columns, 1 or 3)");
    }
    long pixels = (long) file.shape().get(1) * file.shape().get(2);
    if (pixels > maxPixels) {
      throw new UnreadableExampleException(
          source.name(),
          "its images have "
              + pixels
              + " pixels, more than the "
              + maxPixels
              + " allowed; raise maxPixels to accept them");
    }
    return new IdxImages(file, colour);
  }

  /**
   * Whether a file begins as IDX does, plain or gzipped. A gzipped file is looked into no further
   * than its first bytes unpack to.
   */
  public static boolean begins(byte[] head) {
    if (head.length < 2 || (head[0] & 0xff) != 0x1f || (head[1] & 0xff) != 0x8b) {
      return IdxHeader.begins(head);
    }
    try (InputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(head))) {
      return IdxHeader.begins(unpacked.readNBytes(4));
    } catch (IOException damaged) {
      return false;
    }
  }

  @Override
  public int count() {
    return file.count();
  }

  @Override
  public Raster read(int index) {
    return colour.of(file.image(index));
  }

  @Override
  public void close() {}
}
