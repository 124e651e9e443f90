package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * An entry of a zip, as its central directory has it.
 *
 * @param name of the file in it
 * @param method 0 if it is stored as it is, 8 if it is deflated
 * @param crc checksum of its content
 * @param packed bytes it takes in the zip
 * @param size bytes of its content
 * @param offset of its own header
 */
record NpzEntry(String name, int method, int crc, long packed, long size, long offset) {
  private static final String HEADER = "PK\u0003\u0004";
  private static final int HEADER_BYTES = 30;
  private static final int STORED = 0;
  private static final int DEFLATED = 8;

  // no byte of deflated data becomes more
  private static final long LARGEST_RATIO = 1032;

  /**
   * Its content.
   *
   * @throws UnreadableExampleException if it is damaged, cut short or larger than allowed
   */
  FileBytes content(FileBytes zip, ReadOptions options) throws UnreadableExampleException {
    String shown = zip.name() + "!/" + TextScanner.shown(name);
    if (offset > zip.size() - HEADER_BYTES || !zip.has((int) offset, HEADER)) {
      throw new UnreadableExampleException(shown, "damaged: it does not begin where the zip says");
    }
    ByteBuffer header = zip.from(0, ByteOrder.LITTLE_ENDIAN);
    long start =
        offset
            + HEADER_BYTES
            + (header.getShort((int) offset + 26) & 0xffff)
            + (header.getShort((int) offset + 28) & 0xffff);
    if (packed > zip.size() - start) {
      throw new UnreadableExampleException(
          shown, "cut short: it has " + packed + " bytes, but " + (zip.size() - start) + " follow");
    }
    if (size > options.maxBytes() || size > packed * LARGEST_RATIO) {
      throw new UnreadableExampleException(
          shown,
          "is said to have "
              + size
              + " bytes; allowed: up to "
              + options.maxBytes()
              + " and "
              + LARGEST_RATIO
              + " for each of its "
              + packed
              + " packed bytes; raise maxPoints to accept larger ones");
    }
    byte[] content = unpacked(shown, zip.bytes(), (int) start);
    CRC32 found = new CRC32();
    found.update(content);
    if ((int) found.getValue() != crc) {
      throw new UnreadableExampleException(
          shown,
          String.format("damaged: its checksum is %08x, not %08x", (int) found.getValue(), crc));
    }
    return new FileBytes(shown, content);
  }

  private byte[] unpacked(String shown, byte[] zip, int start) throws UnreadableExampleException {
    if (method == STORED && packed == size) {
      return Arrays.copyOfRange(zip, start, start + (int) size);
    }
    if (method != DEFLATED) {
      throw new UnreadableExampleException(
          shown,
          "packed by method "
              + method
              + " into "
              + packed
              + " bytes of "
              + size
              + "; allowed: 0 (stored) and 8 (deflated), as numpy.savez writes");
    }
    byte[] content = new byte[(int) size];
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip, start, (int) packed);
      int length = inflate(inflater, content);
      if (length != size || !inflater.finished()) {
        throw new UnreadableExampleException(
            shown, "damaged: it has not the " + size + " bytes that the zip says");
      }
      return content;
    } catch (DataFormatException damaged) {
      throw new UnreadableExampleException(shown, "damaged: " + damaged.getMessage(), damaged);
    } finally {
      inflater.end();
    }
  }

  private static int inflate(Inflater inflater, byte[] content) throws DataFormatException {
    int length = 0;
    int more = -1;
    while (length < content.length && more != 0) {
      more = inflater.inflate(content, length, content.length - length);
      length += more;
    }
    // the end of the data may still be to come; whatever else comes is too much
    int tooMany = inflater.finished() ? 0 : inflater.inflate(new byte[1]);
    return length + tooMany;
  }
}
