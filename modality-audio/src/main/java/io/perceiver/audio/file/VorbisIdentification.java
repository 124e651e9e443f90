package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Vorbis's first header (Vorbis I specification, §4.2.2).
 *
 * @param channels as declared, 0 to 255
 * @param rateHz as declared, any 32 bits
 * @param longBlock samples of a long block of one channel
 */
record VorbisIdentification(int channels, int rateHz, int longBlock) {
  private static final String MARK = "\u0001vorbis";
  private static final int BYTES = 30;
  private static final int SHOWN = 8;
  private static final int LEAST_EXPONENT = 6;
  private static final int MOST_EXPONENT = 13;

  /**
   * Of the first packet.
   *
   * @throws UnreadableExampleException if it is of something else than Vorbis, or damaged
   */
  static VorbisIdentification of(byte[] packet, Recording recording)
      throws UnreadableExampleException {
    String text = new String(packet, StandardCharsets.ISO_8859_1);
    if (!text.startsWith(MARK)) {
      String shown = text.substring(0, Math.min(SHOWN, text.length())).replaceAll("[^ -~]", "?");
      throw recording.refused(
          "an Ogg file whose first stream begins with '" + shown + "'; only Vorbis is read");
    }
    ByteBuffer fields = ByteBuffer.wrap(packet).order(ByteOrder.LITTLE_ENDIAN);
    int shortBlock = packet.length < BYTES ? 0 : fields.get(28) & 0xf;
    int longBlock = packet.length < BYTES ? 0 : fields.get(28) >> 4 & 0xf;
    if (shortBlock < LEAST_EXPONENT || longBlock < shortBlock || longBlock > MOST_EXPONENT) {
      throw recording.refused(
          "damaged as Vorbis: blocks of 2^%d and 2^%d samples; allowed: 2^%d to 2^%d, the shorter first"
              .formatted(shortBlock, longBlock, LEAST_EXPONENT, MOST_EXPONENT));
    }
    return new VorbisIdentification(fields.get(11) & 0xff, fields.getInt(12), 1 << longBlock);
  }
}
