package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a WAV file's {@code fmt } chunk says. The average bytes per second and the place of each
 * channel's loudspeaker are ignored.
 *
 * @param data how samples are stored
 * @param rateHz as declared, any 32 bits
 */
record WavFormat(PcmData data, int rateHz) {
  /** Bytes of the longest chunk that matters. */
  static final int LONGEST = 40;

  private static final int SHORTEST = 16;
  private static final int INTEGERS = 1;
  private static final int FLOATS = 3;
  private static final int A_LAW = 6;
  private static final int U_LAW = 7;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int VALID_BITS = 18;
  private static final int SUB_FORMAT = 24;
  private static final byte[] SUB_FORMAT_REST = {
    0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
  };
  private static final Map<Integer, String> OTHERS =
      Map.of(
          0x02, "Microsoft's ADPCM",
          0x11, "IMA ADPCM",
          0x16, "G.723 ADPCM",
          0x31, "GSM 6.10",
          0x40, "G.721 ADPCM",
          0x45, "G.726 ADPCM",
          0x50, "MPEG layer 1 or 2",
          0x55, "MP3",
          0xff, "AAC",
          0x161, "Windows Media");

  /**
   * Reads the chunk.
   *
   * @throws UnreadableExampleException naming everything that is not readable
   */
  static WavFormat of(byte[] chunk, ByteOrder order, Recording recording)
      throws UnreadableExampleException {
    if (chunk.length < SHORTEST) {
      throw recording.refused(
          "its fmt chunk has " + chunk.length + " bytes, at least " + SHORTEST + " are needed");
    }
    ByteBuffer fields = ByteBuffer.wrap(chunk).order(order);
    int tag = tag(chunk, fields, recording);
    int channels = Short.toUnsignedInt(fields.getShort(2));
    int frameBytes = Short.toUnsignedInt(fields.getShort(12));
    int bits = Short.toUnsignedInt(fields.getShort(14));
    SampleEncoding encoding = encoding(tag, bits);
    if (encoding == null) {
      throw recording.refused(
          "stores samples as format %d%s of %d bits; allowed: 1 (integers) of 8 to 32 bits, 3 (floats) of 32 or 64, 6 (A-law) and 7 (µ-law) of 8; convert it, as with 'ffmpeg -i IN -c:a pcm_s16le OUT.wav'"
              .formatted(tag, OTHERS.containsKey(tag) ? ", " + OTHERS.get(tag) + "," : "", bits));
    }
    List<String> problems = new ArrayList<>();
    if (channels == 0) {
      problems.add("declares no channel");
    } else if (frameBytes != channels * encoding.bytes()) {
      problems.add(
          "declares blocks of %d bytes, but %d channels of %d bits take %d"
              .formatted(frameBytes, channels, bits, channels * encoding.bytes()));
    }
    if (validBits(fields) > bits) {
      problems.add("declares %d valid bits of %d".formatted(validBits(fields), bits));
    }
    if (!problems.isEmpty()) {
      throw recording.refused(String.join("; ", problems));
    }
    return new WavFormat(new PcmData(encoding, order, channels), fields.getInt(4));
  }

  private static int tag(byte[] chunk, ByteBuffer fields, Recording recording)
      throws UnreadableExampleException {
    int tag = Short.toUnsignedInt(fields.getShort(0));
    if (tag != EXTENSIBLE) {
      return tag;
    }
    // in RIFX the bytes in between may lie in another order
    if (chunk.length < LONGEST
        || !Arrays.equals(
            chunk, SUB_FORMAT + 6, LONGEST, SUB_FORMAT_REST, 4, SUB_FORMAT_REST.length)) {
      throw recording.refused("its extensible fmt chunk names no known format");
    }
    // in RIFX it is a number of 16 bits or of 32
    int first = Short.toUnsignedInt(fields.getShort(SUB_FORMAT));
    int second = Short.toUnsignedInt(fields.getShort(SUB_FORMAT + 2));
    return first == 0 || second == 0 ? first + second : EXTENSIBLE;
  }

  private static int validBits(ByteBuffer fields) {
    boolean extensible = Short.toUnsignedInt(fields.getShort(0)) == EXTENSIBLE;
    return extensible ? Short.toUnsignedInt(fields.getShort(VALID_BITS)) : 0;
  }

  private static @Nullable SampleEncoding encoding(int tag, int bits) {
    if (tag == INTEGERS && bits >= 8 && bits <= 32) {
      // 12 bits lie in two bytes, 20 in three
      int bytes = (bits + 7) / 8;
      return bytes == 1 ? SampleEncoding.UNSIGNED8 : SampleEncoding.integers(bytes);
    }
    if (tag == FLOATS && (bits == 32 || bits == 64)) {
      return bits == 32 ? SampleEncoding.FLOAT32 : SampleEncoding.FLOAT64;
    }
    if (bits == 8 && (tag == A_LAW || tag == U_LAW)) {
      return tag == A_LAW ? SampleEncoding.A_LAW : SampleEncoding.U_LAW;
    }
    return null;
  }
}
