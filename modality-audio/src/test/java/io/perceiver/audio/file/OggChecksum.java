package io.perceiver.audio.file;

import io.perceiver.api.MemorySource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Makes the checksums of Ogg pages right again. */
final class OggChecksum {
  private static final int HEADER_BYTES = 27;
  private static final int CHECKSUM = 22;
  private static final int POLYNOMIAL = 0x04c11db7;

  private OggChecksum() {}

  static MemorySource repaired(MemorySource source) {
    return new MemorySource(source.name(), repaired(source.bytes()));
  }

  /** A copy in which every page that is still whole has its right checksum. */
  static byte[] repaired(byte[] file) {
    byte[] result = file.clone();
    for (int page = 0; page + HEADER_BYTES <= result.length; ) {
      int end = end(result, page);
      boolean begins = result[page] == 'O' && result[page + 1] == 'g' && result[page + 2] == 'g';
      if (!begins || end > result.length) {
        page++;
      } else {
        ByteBuffer bytes = ByteBuffer.wrap(result).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(page + CHECKSUM, 0);
        bytes.putInt(page + CHECKSUM, checksum(result, page, end));
        page = end;
      }
    }
    return result;
  }

  private static int end(byte[] file, int page) {
    int segments = file[page + HEADER_BYTES - 1] & 0xff;
    int end = page + HEADER_BYTES + segments;
    for (int i = 0; i < segments && page + HEADER_BYTES + i < file.length; i++) {
      end += file[page + HEADER_BYTES + i] & 0xff;
    }
    return end;
  }

  private static int checksum(byte[] file, int from, int to) {
    int checksum = 0;
    for (int i = from; i < to; i++) {
      checksum ^= file[i] << 24;
      for (int bit = 0; bit < 8; bit++) {
        checksum = checksum < 0 ? checksum << 1 ^ POLYNOMIAL : checksum << 1;
      }
    }
    return checksum;
  }
}
