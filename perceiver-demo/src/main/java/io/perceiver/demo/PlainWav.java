package io.perceiver.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes mono sounds of 16 bits a sample as RIFF WAVE files (IBM and Microsoft 1991). */
final class PlainWav {
  private static final int HEADER = 44; // bytes before the samples
  private static final int BYTES = 2; // a sample

  private PlainWav() {}

  /**
   * Encodes one sound.
   *
   * @param rate samples a second
   * @param samples full scale being -1 to 1; what lies beyond is cut off
   */
  static byte[] encode(int rate, double[] samples) {
    int length = BYTES * samples.length;
    ByteBuffer file = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
    file.put(ascii("RIFF")).putInt(HEADER - 8 + length).put(ascii("WAVE"));
    file.put(ascii("fmt ")).putInt(16);
    file.putShort((short) 1).putShort((short) 1); // integers, one channel
    file.putInt(rate).putInt(BYTES * rate).putShort((short) BYTES).putShort((short) (8 * BYTES));
    file.put(ascii("data")).putInt(length);
    for (double sample : samples) {
      file.putShort((short) StrictMath.rint(Math.max(-1, Math.min(1, sample)) * Short.MAX_VALUE));
    }
    return file.array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
