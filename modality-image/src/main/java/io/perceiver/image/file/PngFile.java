package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * A PNG file walked chunk by chunk. The checksums of all chunks that bear on the image are
 * compared; other chunks are passed over and never reach the decoder.
 */
final class PngFile {
  private static final int SIGNATURE_BYTES = 8;
  private static final int CHUNK_BYTES = 12;
  private static final Set<String> NEEDED = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final String EXIF = "eXIf";
  private static final byte[] END = {0, 0, 0, 0, 'I', 'E', 'N', 'D', -82, 66, 96, -126};

  private final String name;
  private final byte[] file;
  private final byte[] decodable;
  private int size = SIGNATURE_BYTES;
  private Optional<int[]> exif = Optional.empty();
  private boolean hasData;
  private boolean ended;

  private PngFile(String name, byte[] file) {
    this.name = name;
    this.file = file;
    this.decodable = Arrays.copyOf(file, file.length + END.length);
  }

  static PngFile walk(String name, byte[] file) throws UnreadableExampleException {
    PngFile png = new PngFile(name, file);
    int at = SIGNATURE_BYTES;
    while (!png.ended && at < file.length) {
      at = png.chunk(at);
    }
    if (!png.hasData) {
      throw png.refused("cut short: it ends before its image data (IDAT)");
    }
    if (!png.ended) {
      System.arraycopy(END, 0, png.decodable, png.size, END.length);
      png.size += END.length;
    }
    return png;
  }

  /** Takes the chunk at this place and returns where the next one begins. */
  private int chunk(int at) throws UnreadableExampleException {
    long length = at + 8 <= file.length ? ByteBuffer.wrap(file).getInt(at) & 0xffffffffL : 0;
    if (at + CHUNK_BYTES + length > file.length) {
      throw refused(
          "cut short: the chunk at byte "
              + at
              + " says "
              + length
              + " bytes, but the file ends after "
              + Math.max(0, file.length - at - 8)
              + " of them and of its checksum");
    }
    int end = (int) (at + CHUNK_BYTES + length);
    String type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
    if (at == SIGNATURE_BYTES && !type.equals("IHDR")) {
      throw refused("damaged: its first chunk is not IHDR");
    }
    boolean needed = NEEDED.contains(type);
    if (needed || type.equals(EXIF)) {
      compareChecksum(type, at, end);
    }
    if (needed) {
      System.arraycopy(file, at, decodable, size, end - at);
      size += end - at;
    } else if (type.equals(EXIF)) {
      exif = Optional.of(new int[] {at + 8, end - 4});
    } else if (Character.isUpperCase(type.charAt(0))) {
      throw refused("damaged: it needs an unknown chunk at byte " + at);
    }
    hasData |= type.equals("IDAT");
    ended = type.equals("IEND");
    return end;
  }

  private void compareChecksum(String type, int at, int end) throws UnreadableExampleException {
    CRC32 checksum = new CRC32();
    checksum.update(file, at + 4, end - at - 8);
    int stored = ByteBuffer.wrap(file).getInt(end - 4);
    if ((int) checksum.getValue() != stored) {
      throw refused(
          String.format(
              "damaged: the chunk %s at byte %d has the checksum %08x, but its bytes give %08x",
              type, at, stored, (int) checksum.getValue()));
    }
  }

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }

  /** First and one past the last byte of the EXIF data, if there are any. */
  Optional<int[]> exif() {
    return exif;
  }

  /** The image alone. */
  byte[] decodable() {
    return Arrays.copyOf(decodable, size);
  }
}
