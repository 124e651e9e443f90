package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What an AIFF file's chunk {@code COMM} says.
 *
 * @param data how samples are stored
 * @param frames samples of each channel
 * @param rateHz rounded
 */
record AiffFormat(PcmData data, long frames, int rateHz) {
  /** Bytes of the chunk that matter. */
  static final int LONGEST = 22;

  private static final int SHORTEST = 18;
  private static final int EXPONENT_BIAS = 16_383 + 63;

  /**
   * Reads the chunk.
   *
   * @throws UnreadableExampleException if it says what is not readable
   */
  static AiffFormat of(byte[] chunk, Recording recording) throws UnreadableExampleException {
    if (chunk.length < SHORTEST) {
      throw recording.refused(
          "its COMM chunk has %d bytes, at least %d are needed".formatted(chunk.length, SHORTEST));
    }
    ByteBuffer fields = ByteBuffer.wrap(chunk);
    int channels = Short.toUnsignedInt(fields.getShort(0));
    int bits = Short.toUnsignedInt(fields.getShort(6));
    if (channels == 0) {
      throw recording.refused("declares no channel");
    }
    String type =
        chunk.length < LONGEST ? "NONE" : new String(chunk, 18, 4, StandardCharsets.ISO_8859_1);
    PcmData data = data(type, bits, channels);
    if (data == null) {
      throw recording.refused(
          "stores samples as '%s' of %d bits; allowed: NONE, twos and sowt of 1 to 32 bits, raw of 8, in24, in32, 42ni, 23ni, fl32, fl64, alaw and ulaw; convert it, as with 'ffmpeg -i IN OUT.wav'"
              .formatted(type.replaceAll("[^ -~]", "?"), bits));
    }
    return new AiffFormat(data, fields.getInt(2) & 0xffff_ffffL, rateHz(fields));
  }

  /** A number of 80 bits: sign and exponent, then the mantissa with its leading 1. */
  private static int rateHz(ByteBuffer fields) {
    int exponent = fields.getShort(8) - EXPONENT_BIAS;
    double mantissa = (fields.getLong(10) >>> 1) * 2.0;
    return (int) Math.min(Integer.MAX_VALUE, Math.round(mantissa * Math.pow(2, exponent)));
  }

  private static @Nullable PcmData data(String type, int bits, int channels) {
    ByteOrder order =
        type.equals("sowt") || type.equals("42ni") || type.equals("23ni")
            ? ByteOrder.LITTLE_ENDIAN
            : ByteOrder.BIG_ENDIAN;
    SampleEncoding encoding =
        switch (type.toLowerCase(Locale.ROOT)) {
          case "none", "twos", "sowt" ->
              bits < 1 || bits > 32 ? null : SampleEncoding.integers((bits + 7) / 8);
          case "raw " -> bits == 8 ? SampleEncoding.UNSIGNED8 : null;
          case "in24", "42ni" -> SampleEncoding.INT24;
          case "in32", "23ni" -> SampleEncoding.INT32;
          case "fl32" -> SampleEncoding.FLOAT32;
          case "fl64" -> SampleEncoding.FLOAT64;
          case "alaw" -> SampleEncoding.A_LAW;
          case "ulaw" -> SampleEncoding.U_LAW;
          default -> null;
        };
    return encoding == null ? null : new PcmData(encoding, order, channels);
  }
}
