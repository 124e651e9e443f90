package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The headers of a Windows or OS/2 bitmap. OS/2's longer headers are rewritten as Windows' first,
 * which begins alike and which the decoder knows.
 */
final class BmpFile {
  private static final int FILE_HEADER = 14;
  private static final int OS2_V1 = 12;
  private static final int WINDOWS_V1 = 40;
  private static final int OS2_V2_LEAST = 16;
  private static final int OS2_V2 = 64;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;

  private final String name;
  private final byte[] file;
  private final ByteBuffer header;
  private final int size;

  private BmpFile(String name, byte[] file) throws UnreadableExampleException {
    this.name = name;
    this.file = file;
    this.header = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    this.size = file.length < FILE_HEADER + OS2_V2_LEAST ? 0 : header.getInt(FILE_HEADER);
    if (size < OS2_V1 || size > 1 << 16 || file.length < FILE_HEADER + size) {
      throw new UnreadableExampleException(
          name,
          "cut short or damaged: its header says "
              + size
              + " bytes, of "
              + file.length
              + " in all");
    }
  }

  /** Checks that all pixels are there, and returns the file as the decoder knows it. */
  static byte[] decodable(String name, byte[] file) throws UnreadableExampleException {
    BmpFile bitmap = new BmpFile(name, file);
    bitmap.checkPixels();
    return bitmap.isOs2V2() ? bitmap.asWindows() : file;
  }

  private boolean isOs2V2() {
    return size >= OS2_V2_LEAST && size <= OS2_V2 && size != WINDOWS_V1 && size != 52 && size != 56;
  }

  private int number(int offset) {
    // a shorter OS/2 header leaves the rest at 0
    return offset + 4 <= size ? header.getInt(FILE_HEADER + offset) : 0;
  }

  private void checkPixels() throws UnreadableExampleException {
    boolean old = size == OS2_V1;
    long width = old ? header.getShort(18) & 0xffff : number(4);
    long height = old ? header.getShort(20) & 0xffff : Math.abs((long) number(8));
    int bits = header.getShort(old ? 24 : 28);
    int compression = old ? 0 : number(16);
    long start = header.getInt(10) & 0xffffffffL;
    long needed = 0;
    if (compression == 0 || (compression == 3 && !isOs2V2())) {
      needed = (width * bits + 31) / 32 * 4 * height;
    } else if (compression == RLE8 || compression == RLE4) {
      needed =
          new RunLengths(file, (int) Math.min(start, file.length), compression == RLE4)
              .bytes(width, height);
    } else if (isOs2V2()) {
      throw new UnreadableExampleException(
          name, "an OS/2 bitmap of compression " + compression + ", which is not read");
    }
    if (needed < 0 || start + needed > file.length) {
      throw new UnreadableExampleException(
          name,
          "cut short: "
              + height
              + " × "
              + width
              + " pixels of "
              + bits
              + " bits "
              + (needed < 0
                  ? "are run-length coded, but the code stops before the last of them"
                  : "need " + needed + " bytes from byte " + start)
              + "; the file has "
              + file.length);
    }
  }

  private byte[] asWindows() {
    int start = header.getInt(10);
    int moved = WINDOWS_V1 - size;
    ByteBuffer made = ByteBuffer.allocate(file.length + moved).order(ByteOrder.LITTLE_ENDIAN);
    made.put(file, 0, FILE_HEADER);
    made.putInt(10, start + moved).putInt(WINDOWS_V1);
    made.put(file, FILE_HEADER + 4, Math.min(size, WINDOWS_V1) - 4);
    made.position(FILE_HEADER + WINDOWS_V1);
    made.put(file, FILE_HEADER + size, file.length - FILE_HEADER - size);
    return made.array();
  }
}
