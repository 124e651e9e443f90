package io.perceiver.image.idx;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * An IDX file of unsigned bytes in memory: labels (record), grey images (record, row, column) or
 * images (record, row, column, channel) of 1 or 3 channels. Plain or gzipped, told by its first
 * bytes. Immutable.
 *
 * <p>The size its header claims is compared with what the file holds; memory is taken only as
 * values arrive. A file of more than 2³¹ values is refused.
 */
public final class IdxFile {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int LABEL_AXES = 1;
  private static final int GREY_AXES = 3;
  private static final int COLOUR_AXES = 4;

  private final IdxHeader header;
  private final byte[] values;

  private IdxFile(IdxHeader header, byte[] values) {
    this.header = header;
    this.values = values;
  }

  /**
   * Reads a whole file.
   *
   * @throws UnreadableExampleException if it is no IDX file of unsigned bytes, or holds fewer or
   *     more values than its header says
   * @throws IOException if the bytes cannot be had
   */
  public static IdxFile read(ExampleSource source) throws IOException {
    return parse(source, IdxFile::readAll);
  }

  private static IdxFile readAll(String name, IdxHeader header, InputStream stream)
      throws IOException {
    long expected = header.values();
    if (expected > Integer.MAX_VALUE - 8) {
      throw new UnreadableExampleException(
          name,
          "its IDX header says " + header.describe() + " values; at most 2147483639 are read");
    }
    byte[] values = stream.readNBytes((int) expected);
    if (values.length < expected) {
      throw new UnreadableExampleException(
          name,
          "its IDX header says "
              + header.describe()
              + " = "
              + expected
              + " values, but the file ends after "
              + values.length);
    }
    if (stream.read() >= 0) {
      throw new UnreadableExampleException(
          name,
          "its IDX header says "
              + header.describe()
              + " = "
              + expected
              + " values, but the file goes on after them");
    }
    return new IdxFile(header, values);
  }

  /**
   * Reads the header alone.
   *
   * @throws UnreadableExampleException if it is no IDX file of unsigned bytes
   * @throws IOException if the bytes cannot be had
   */
  static IdxHeader header(ExampleSource source) throws IOException {
    return parse(source, (name, header, stream) -> header);
  }

  private static <R> R parse(ExampleSource source, Body<R> body) throws IOException {
    try (InputStream raw = new BufferedInputStream(source.open());
        InputStream stream = isGzip(raw) ? new GZIPInputStream(raw, 1 << 16) : raw) {
      return body.read(source.name(), IdxHeader.read(source.name(), stream), stream);
    } catch (EOFException | ZipException damaged) {
      throw new UnreadableExampleException(
          source.name(), "damaged or cut short as gzip: " + damaged.getMessage(), damaged);
    }
  }

  private static boolean isGzip(InputStream stream) throws IOException {
    stream.mark(2);
    int magic = stream.read() << 8 | stream.read();
    stream.reset();
    return magic == GZIP_MAGIC;
  }

  /** Number of records. */
  public int count() {
    return header.count();
  }

  /** Size of each axis, the first one counting records. */
  public List<Integer> shape() {
    return header.shape();
  }

  /** Whether every record is one label. */
  public boolean holdsLabels() {
    return shape().size() == LABEL_AXES;
  }

  /** Whether every record is an image of 1 or 3 channels. */
  public boolean holdsImages() {
    return shape().size() == GREY_AXES || (shape().size() == COLOUR_AXES && hasKnownChannels());
  }

  private boolean hasKnownChannels() {
    return channels() == 1 || channels() == 3;
  }

  private int channels() {
    return shape().size() == COLOUR_AXES ? shape().get(GREY_AXES) : 1;
  }

  /**
   * One label, 0 to 255.
   *
   * @throws IndexOutOfBoundsException if there is no such record
   * @throws IllegalStateException unless {@link #holdsLabels()}
   */
  public int label(int index) {
    require(holdsLabels(), "labels");
    return values[Objects.checkIndex(index, count())] & 0xff;
  }

  /**
   * One image.
   *
   * @throws IndexOutOfBoundsException if there is no such record
   * @throws IllegalStateException unless {@link #holdsImages()}
   */
  public Raster image(int index) {
    require(holdsImages(), "images");
    int size = (int) header.recordSize();
    int from = Objects.checkIndex(index, count()) * size;
    byte[] samples = Arrays.copyOfRange(values, from, from + size);
    return Raster.owning(shape().get(1), shape().get(2), channels(), samples);
  }

  private void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(
          "an IDX file of shape " + header.describe() + " holds no " + what);
    }
  }

  /** What is read after the header. */
  private interface Body<R> {
    R read(String name, IdxHeader header, InputStream stream) throws IOException;
  }
}
