package io.perceiver.image.idx;

import io.perceiver.api.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.GZIPOutputStream;

/** IDX files made for tests. */
final class IdxBytes {
  private IdxBytes() {}

  /** A file whose header claims the shape and that then has the values. */
  static byte[] file(int[] shape, int... values) {
    ByteBuffer file = ByteBuffer.allocate(4 + 4 * shape.length + values.length);
    file.put(new byte[] {0, 0, 8, (byte) shape.length});
    for (int size : shape) {
      file.putInt(size);
    }
    for (int value : values) {
      file.put((byte) value);
    }
    return file.array();
  }

  static int[] shape(int... sizes) {
    return sizes;
  }

  static MemorySource source(String name, int[] shape, int... values) {
    return new MemorySource(name, file(shape, values));
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }
}
