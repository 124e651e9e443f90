package io.perceiver.pointcloud.pcd;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;

/**
 * LZF, the compression of {@code DATA binary_compressed} (the format of Marc Lehmann's liblzf): a
 * control byte below 32 is followed by one literal byte more than it says; others copy 3 or more
 * bytes that were written before.
 */
final class Lzf {
  /** A copy of 264 bytes takes 3. */
  static final long LARGEST_RATIO = 88;

  private static final int LITERALS = 1 << 5;
  private static final int LONG_COPY = 7;
  private static final int SHORTEST_COPY = 2;

  private final FileBytes file;
  private final int end;
  private final byte[] output;
  private int in;
  private int out;

  private Lzf(FileBytes file, int from, int length, int size) {
    this.file = file;
    this.in = from;
    this.end = from + length;
    this.output = new byte[size];
  }

  /**
   * Decompresses a part of a file.
   *
   * @param length bytes of the part
   * @param size bytes they must become
   * @throws UnreadableExampleException if they do not
   */
  static byte[] decompress(FileBytes file, int from, int length, int size)
      throws UnreadableExampleException {
    Lzf lzf = new Lzf(file, from, length, size);
    while (lzf.in < lzf.end) {
      lzf.step();
    }
    if (lzf.out != size) {
      throw lzf.damaged("become " + lzf.out + " bytes, expected " + size);
    }
    return lzf.output;
  }

  private void step() throws UnreadableExampleException {
    int control = next();
    if (control < LITERALS) {
      copy(control + 1, in, file.bytes(), end);
      in += control + 1;
      return;
    }
    int length = control >> 5;
    if (length == LONG_COPY) {
      length += next();
    }
    length += SHORTEST_COPY;
    int from = out - ((control & LITERALS - 1) << 8) - next() - 1;
    if (from < 0) {
      throw damaged("refer to bytes before their beginning");
    }
    // the copy may overlap what it writes, as in a run of equal bytes
    room(length);
    for (int i = 0; i < length; i++) {
      output[out++] = output[from + i];
    }
  }

  private void copy(int length, int from, byte[] bytes, int limit)
      throws UnreadableExampleException {
    if (limit - from < length) {
      throw damaged("end within literal bytes");
    }
    room(length);
    System.arraycopy(bytes, from, output, out, length);
    out += length;
  }

  private int next() throws UnreadableExampleException {
    if (in >= end) {
      throw damaged("end within an instruction");
    }
    return file.bytes()[in++] & 0xff;
  }

  private void room(int length) throws UnreadableExampleException {
    if (output.length - out < length) {
      throw damaged("become more than the " + output.length + " bytes expected");
    }
  }

  private UnreadableExampleException damaged(String what) {
    return file.refused("damaged: its compressed bytes " + what);
  }
}
