package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The first directory of a TIFF or BigTIFF file: what it says of the image's samples, and whether
 * all of its strips or tiles are in the file.
 */
final class TiffFile {
  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int BITS = 258;
  private static final int COMPRESSION = 259;
  private static final int PHOTOMETRIC = 262;
  private static final int SAMPLES_PER_PIXEL = 277;
  private static final int ROWS_PER_STRIP = 278;
  private static final int PLANAR = 284;
  private static final int STRIP_OFFSETS = 273;
  private static final int STRIP_BYTES = 279;
  private static final int TILE_WIDTH = 322;
  private static final int TILE_HEIGHT = 323;
  private static final int TILE_OFFSETS = 324;
  private static final int TILE_BYTES = 325;
  private static final int EXTRA_SAMPLES = 338;
  private static final int SAMPLE_FORMAT = 339;
  private static final int YCBCR = 6;
  private static final int[] TYPE_BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};

  private final String name;
  private final ByteBuffer file;
  private final boolean big;
  private final Map<Integer, long[]> entries = new HashMap<>();
  private final Map<Integer, Integer> places = new HashMap<>();
  private final Map<Integer, Integer> widths = new HashMap<>();

  private TiffFile(String name, byte[] bytes) {
    this.name = name;
    this.file = ByteBuffer.wrap(bytes);
    file.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    this.big = file.getShort(2) == 43;
  }

  static TiffFile read(String name, byte[] bytes) throws UnreadableExampleException {
    try {
      TiffFile tiff = new TiffFile(name, bytes);
      tiff.directory();
      TiffClaims.check(name, tiff);
      tiff.checkStrips();
      return tiff;
    } catch (IndexOutOfBoundsException cut) {
      throw new UnreadableExampleException(
          name,
          "cut short: its directory points beyond the end of its " + bytes.length + " bytes",
          cut);
    }
  }

  private void directory() throws UnreadableExampleException {
    long start = big ? file.getLong(8) : file.getInt(4) & 0xffffffffL;
    int at = place(start);
    long count = big ? file.getLong(at) : file.getShort(at) & 0xffff;
    int first = at + (big ? 8 : 2);
    int size = big ? 20 : 12;
    if (count < 0 || count > (file.limit() - first) / size) {
      throw refused(
          "cut short: its directory says " + count + " entries, which the file cannot hold");
    }
    for (int entry = 0; entry < count; entry++) {
      entry(first + entry * size);
    }
  }

  private void entry(int at) {
    int tag = file.getShort(at) & 0xffff;
    int type = file.getShort(at + 2) & 0xffff;
    long count = big ? file.getLong(at + 4) : file.getInt(at + 4) & 0xffffffffL;
    int bytes = type < TYPE_BYTES.length ? TYPE_BYTES[type] : 0;
    boolean wanted = tag >= WIDTH && tag <= SAMPLE_FORMAT && tag != 270 && tag != 320;
    if (!wanted || bytes == 0 || count <= 0 || count > file.limit() / bytes) {
      return;
    }
    int inline = at + (big ? 12 : 8);
    boolean fits = count * bytes <= (big ? 8 : 4);
    int from =
        fits ? inline : place(big ? file.getLong(inline) : file.getInt(inline) & 0xffffffffL);
    if (from + count * bytes > file.limit()) {
      throw new IndexOutOfBoundsException(from);
    }
    long[] values = new long[(int) count];
    for (int i = 0; i < values.length; i++) {
      values[i] = read(from + i * bytes, bytes);
    }
    if (entries.putIfAbsent(tag, values) == null) {
      places.put(tag, from);
      widths.put(tag, bytes);
    }
  }

  private long read(int at, int bytes) {
    return switch (bytes) {
      case 1 -> file.get(at) & 0xff;
      case 2 -> file.getShort(at) & 0xffff;
      case 4 -> file.getInt(at) & 0xffffffffL;
      default -> file.getLong(at);
    };
  }

  private int place(long offset) {
    if (offset < 0 || offset > file.limit()) {
      throw new IndexOutOfBoundsException("byte " + offset);
    }
    return (int) offset;
  }

  /** Compares the strips or tiles that the size needs with those that the file holds. */
  private void checkStrips() throws UnreadableExampleException {
    boolean tiled = entries.containsKey(TILE_OFFSETS);
    long height =
        tiled ? number(TILE_HEIGHT, 0) : Math.min(number(ROWS_PER_STRIP, height()), height());
    long width = tiled ? number(TILE_WIDTH, 0) : width();
    if (height <= 0 || width <= 0) {
      throw refused("damaged: its strips or tiles have " + height + " × " + width + " pixels");
    }
    boolean planar = number(PLANAR, 1) == 2;
    long needed = (height() + height - 1) / height * ((width() + width - 1) / width);
    needed *= planar ? samplesPerPixel() : 1;
    long[] offsets = entries.getOrDefault(tiled ? TILE_OFFSETS : STRIP_OFFSETS, new long[0]);
    long[] sizes = entries.getOrDefault(tiled ? TILE_BYTES : STRIP_BYTES, new long[0]);
    String part = tiled ? "tile" : "strip";
    if (offsets.length == 0) {
      // old-style JPEG keeps its image elsewhere; the decoder knows
      return;
    }
    if (offsets.length < needed) {
      throw refused(
          "cut short: its size needs " + needed + " " + part + "s, but it has " + offsets.length);
    }
    boolean plain = number(COMPRESSION, 1) == 1 && number(PHOTOMETRIC, 1) != YCBCR;
    long line = (width * bits() * (planar ? 1 : samplesPerPixel()) + 7) / 8;
    for (int i = 0; i < needed; i++) {
      long perPlane = needed / (planar ? samplesPerPixel() : 1);
      long rows = tiled ? height : Math.min(height, height() - i % perPlane * height);
      long size = plain ? line * rows : i < sizes.length ? sizes[i] : 1;
      checkPart(part, i, offsets[i], size, plain && i < sizes.length ? sizes[i] : size);
    }
  }

  /**
   * The file as the decoder wants it. It asks for as many bytes of an uncompressed last strip as of
   * the others, though fewer rows lie in it; so such strips get a longer copy behind the file.
   *
   * @param bytes the file, which is not changed
   */
  byte[] decodable(byte[] bytes) {
    long rows = number(ROWS_PER_STRIP, height());
    long last = rows <= 0 ? 0 : height() % rows;
    boolean plain = number(COMPRESSION, 1) == 1 && number(PHOTOMETRIC, 1) != YCBCR;
    long[] offsets = entries.getOrDefault(STRIP_OFFSETS, new long[0]);
    if (!plain || last == 0 || rows > height() || !entries.containsKey(STRIP_BYTES)) {
      return bytes;
    }
    int planes = number(PLANAR, 1) == 2 ? samplesPerPixel() : 1;
    int line =
        (int)
            ((width() * bits() * (planes > 1 ? 1 : samplesPerPixel()) + Byte.SIZE - 1) / Byte.SIZE);
    int full = Math.toIntExact(line * rows);
    int perPlane = (int) ((height() + rows - 1) / rows);
    ByteBuffer longer =
        ByteBuffer.wrap(Arrays.copyOf(bytes, Math.addExact(bytes.length, planes * full)));
    longer.order(file.order());
    for (int plane = 0; plane < planes; plane++) {
      int strip = (plane + 1) * perPlane - 1;
      int place = bytes.length + plane * full;
      if (strip >= offsets.length || !fits(STRIP_OFFSETS, place) || !fits(STRIP_BYTES, full)) {
        return bytes;
      }
      System.arraycopy(bytes, (int) offsets[strip], longer.array(), place, (int) (line * last));
      write(longer, STRIP_OFFSETS, strip, place);
      write(longer, STRIP_BYTES, strip, full);
    }
    return longer.array();
  }

  private boolean fits(int tag, int number) {
    return widths.getOrDefault(tag, 0) > Short.BYTES || number <= 0xffff;
  }

  private void write(ByteBuffer to, int tag, int index, int number) {
    int bytes = widths.getOrDefault(tag, 0);
    int at = places.getOrDefault(tag, 0) + index * bytes;
    switch (bytes) {
      case 2 -> to.putShort(at, (short) number);
      case 4 -> to.putInt(at, number);
      default -> to.putLong(at, number);
    }
  }

  private void checkPart(String part, int index, long offset, long size, long stated)
      throws UnreadableExampleException {
    if (offset < 0 || size < 0 || offset + size > file.limit() || (stated < size && stated > 0)) {
      throw refused(
          "cut short: "
              + part
              + " "
              + index
              + " needs "
              + size
              + " bytes from byte "
              + offset
              + (stated < size ? ", its directory says " + stated : "")
              + "; the file has "
              + file.limit());
    }
  }

  private long number(int tag, long otherwise) {
    return entries.containsKey(tag) ? entries.get(tag)[0] : otherwise;
  }

  long width() {
    return number(WIDTH, 0);
  }

  long height() {
    return number(HEIGHT, 0);
  }

  /** How it is compressed; 1 is not at all. */
  long compression() {
    return number(COMPRESSION, 1);
  }

  /** How its samples make a colour. */
  long photometric() {
    return number(PHOTOMETRIC, 1);
  }

  /** What kind of number each sample is; 1, whole and from 0 up, if nothing is said. */
  long[] sampleFormats() {
    return entries.getOrDefault(SAMPLE_FORMAT, new long[] {1}).clone();
  }

  /** Bits of a sample; 1 if nothing is said. */
  int bits() {
    return (int) number(BITS, 1);
  }

  int samplesPerPixel() {
    long[] bits = entries.getOrDefault(BITS, new long[1]);
    return (int) Math.min(1 << 16, number(SAMPLES_PER_PIXEL, bits.length));
  }

  /** Whether the samples are float numbers. */
  boolean isFloat() {
    return number(SAMPLE_FORMAT, 1) == 3;
  }

  /** Whether the samples are whole numbers that may be below 0. */
  boolean isSigned() {
    return number(SAMPLE_FORMAT, 1) == 2;
  }

  /** Whether black is the largest number. */
  boolean isInverted() {
    return number(PHOTOMETRIC, 1) == 0;
  }

  /** Whether the first sample beyond the colours is said to be alpha; nothing said is not. */
  boolean hasAlpha() {
    long extra = number(EXTRA_SAMPLES, 0);
    return extra == 1 || extra == 2;
  }

  /** The last sample of a grey or RGB pixel, or 0. */
  int colours() {
    return number(PHOTOMETRIC, 1) == 2 ? 3 : 1;
  }

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }
}
