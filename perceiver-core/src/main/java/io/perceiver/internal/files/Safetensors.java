package io.perceiver.internal.files;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.text.Nearest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;

/**
 * A safetensors file, opened for reading: named tensors and free texts. The whole header is checked
 * against the file when it is opened; tensors are read when they are asked for, each mapped by
 * itself, so that files of more than 2 GB are fine.
 *
 * <p>Thread-safe until closed. Buffers that were handed out stay valid after that; a mapping ends
 * when the garbage collector finds its buffer, so on Windows a file cannot be deleted before.
 *
 * <p>Stricter than the format in three points: at most 64 axes, no keys but {@code dtype}, {@code
 * shape} and {@code data_offsets}, and the dtypes of {@link ElementType} alone. As the format
 * demands, the tensors must cover the data without hole or overlap.
 */
public final class Safetensors implements Closeable {
  /** The format's limit, in bytes. */
  private static final long LONGEST_HEADER = 100_000_000;

  private static final int LENGTH_BYTES = Long.BYTES;

  /** Bytes looked at in one go while converting; a multiple of every element's width. */
  private static final int PIECE = 1 << 26;

  private final String file;
  private final ByteRegion region;
  private final long dataStart;
  private final SafetensorsHeader header;

  private Safetensors(String file, ByteRegion region, long dataStart, SafetensorsHeader header) {
    this.file = file;
    this.region = region;
    this.dataStart = dataStart;
    this.header = header;
  }

  /**
   * Opens a file.
   *
   * @throws MalformedFileException if it is damaged or no safetensors file
   * @throws IOException if it cannot be read
   */
  public static Safetensors open(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    return open(file.toString(), ByteRegion.of(channel));
  }

  /** Opens a source, such as an entry of a zip; see {@link #open(Path)}. */
  public static Safetensors open(ExampleSource source) throws IOException {
    return open(source.name(), ByteRegion.of(source.openChannel()));
  }

  /**
   * Reads from memory; the array is not copied.
   *
   * @throws MalformedFileException if the bytes are not a safetensors file
   */
  public static Safetensors of(String name, byte[] bytes) {
    try {
      return open(name, ByteRegion.of(bytes));
    } catch (IOException e) {
      throw new MalformedFileException(name, String.valueOf(e.getMessage()), e);
    }
  }

  private static Safetensors open(String file, ByteRegion region) throws IOException {
    try {
      long size = region.size();
      long length = headerLength(file, region, size);
      byte[] json = new byte[(int) length];
      region.piece(LENGTH_BYTES, json.length).get(json);
      long dataStart = LENGTH_BYTES + length;
      SafetensorsHeader header = SafetensorsHeader.parse(file, json, size - dataStart);
      return new Safetensors(file, region, dataStart, header);
    } catch (IOException | RuntimeException e) {
      region.close();
      throw e;
    }
  }

  private static long headerLength(String file, ByteRegion region, long size) throws IOException {
    if (size < LENGTH_BYTES) {
      throw new MalformedFileException(
          file, "has " + size + " bytes, too few for a safetensors file; it is cut short");
    }
    long length = region.piece(0, LENGTH_BYTES).getLong();
    if (length < 0 || length > LONGEST_HEADER) {
      throw new MalformedFileException(
          file,
          "does not begin as a safetensors file: its header would have "
              + Long.toUnsignedString(length)
              + " bytes, allowed are "
              + LONGEST_HEADER);
    }
    if (length > size - LENGTH_BYTES) {
      throw new MalformedFileException(
          file,
          String.format(
              "its header should have %d bytes, but only %d follow; it is cut short",
              length, size - LENGTH_BYTES));
    }
    return length;
  }

  /** Names of the tensors, in the header's order. */
  public Set<String> names() {
    return header.tensors().keySet();
  }

  /** What the file says of every tensor, by name, in the header's order. */
  public Map<String, TensorInfo> tensors() {
    return header.tensors();
  }

  /** The texts of {@code __metadata__}, in the file's order; empty where it has none. */
  public Map<String, String> metadata() {
    return header.metadata();
  }

  /**
   * What the file says of one tensor.
   *
   * @throws PerceiverException if there is no such tensor; names the nearest
   */
  public TensorInfo tensor(String name) {
    TensorInfo tensor = header.tensors().get(name);
    if (tensor == null) {
      throw new PerceiverException(
          file + ": has no tensor '" + name + "'." + Nearest.question(name, names()));
    }
    return tensor;
  }

  /**
   * A tensor's elements, row-major, as floats; numbers that a float cannot hold are rounded.
   *
   * @throws PerceiverException if there is no such tensor, or it has 2³¹ elements or more
   * @throws IOException if the file cannot be read or was closed
   */
  public float[] floats(String name) throws IOException {
    TensorInfo tensor = tensor(name);
    float[] values = new float[arrayLength(tensor)];
    int done = 0;
    while (done < values.length) {
      int count = Math.min(values.length - done, PIECE / tensor.type().width());
      tensor.type().decode(piece(tensor, done, count), values, done, count);
      done += count;
    }
    return values;
  }

  /**
   * A tensor's elements, row-major, as whole numbers.
   *
   * @throws PerceiverException if there is no such tensor, its elements are not whole, or it has
   *     2³¹ of them or more
   * @throws IOException if the file cannot be read or was closed
   */
  public long[] longs(String name) throws IOException {
    TensorInfo tensor = tensor(name);
    if (!tensor.type().isWhole()) {
      throw new PerceiverException(
          String.format(
              "%s: tensor '%s' holds %s, not whole numbers; read it as floats",
              file, name, tensor.type()));
    }
    long[] values = new long[arrayLength(tensor)];
    int done = 0;
    while (done < values.length) {
      int count = Math.min(values.length - done, PIECE / tensor.type().width());
      tensor.type().decode(piece(tensor, done, count), LongBuffer.wrap(values, done, count), count);
      done += count;
    }
    return values;
  }

  /**
   * A read-only, little-endian view of a tensor's bytes as they lie in the file.
   *
   * @throws PerceiverException if there is no such tensor, or it has 2³¹ bytes or more
   * @throws IOException if the file cannot be read or was closed
   */
  public ByteBuffer bytes(String name) throws IOException {
    TensorInfo tensor = tensor(name);
    if (tensor.bytes() > Integer.MAX_VALUE) {
      throw tooLarge(tensor, "one buffer");
    }
    return region
        .piece(dataStart + tensor.begin(), (int) tensor.bytes())
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A read-only view of a tensor of type F32, not copied.
   *
   * @throws PerceiverException if there is no such tensor, it is of another type, or it has 2³¹
   *     bytes or more; {@link #floats} then serves
   * @throws IOException if the file cannot be read or was closed
   */
  public FloatBuffer floatBuffer(String name) throws IOException {
    TensorInfo tensor = tensor(name);
    if (tensor.type() != ElementType.F32) {
      throw new PerceiverException(
          String.format(
              "%s: tensor '%s' holds %s, of which there is no float view; read it as floats",
              file, name, tensor.type()));
    }
    return bytes(name).asFloatBuffer();
  }

  @Override
  public void close() throws IOException {
    region.close();
  }

  @Override
  public String toString() {
    return file + " (" + names().size() + " tensors)";
  }

  private ByteBuffer piece(TensorInfo tensor, long firstElement, int count) throws IOException {
    int width = tensor.type().width();
    return region.piece(dataStart + tensor.begin() + firstElement * width, count * width);
  }

  private int arrayLength(TensorInfo tensor) {
    if (tensor.elements() > Integer.MAX_VALUE - 8) {
      throw tooLarge(tensor, "one array");
    }
    return (int) tensor.elements();
  }

  private PerceiverException tooLarge(TensorInfo tensor, String container) {
    return new PerceiverException(
        String.format(
            "%s: tensor '%s' of %d bytes is too large for %s",
            file, tensor.name(), tensor.bytes(), container));
  }
}
