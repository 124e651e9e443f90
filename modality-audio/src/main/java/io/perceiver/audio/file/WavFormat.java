package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a WAV file's {@code fmt } chunk says. The average bytes a second and the place of each
 * channel's loudspeaker are ignored. Of an extensible format the container's bits count: samples
 * lie in its upper bits.
 *
 * @param encoding how a sample is stored
 * @param channels at least 1
 * @param rateHz as declared, any 32 bits
 */
record WavFormat(SampleEncoding encoding, int channels, int rateHz) {
  /** Bytes of the longest chunk that matters. */
  static final int LONGEST = 40;

  private static final int SHORTEST = 16;
  private static final int EXTENSIBLE = 0xfffe;
  private static final int SUB_FORMAT = 24;
  private static final byte[] SUB_FORMAT_REST = {
    0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
  };

  /**
   * Of the bytes of the chunk.
   *
   * @throws UnreadableExampleException naming everything that is not readable
   */
  static WavFormat of(byte[] chunk, Recording recording) throws UnreadableExampleException {
    if (chunk.length < SHORTEST) {
      throw recording.refused(
          "its fmt chunk has " + chunk.length + " bytes, at least " + SHORTEST + " are needed");
    }
    ByteBuffer fields = ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
    int tag = tag(chunk, fields, recording);
    int channels = Short.toUnsignedInt(fields.getShort(2));
    int frameBytes = Short.toUnsignedInt(fields.getShort(12));
    int bits = Short.toUnsignedInt(fields.getShort(14));
    SampleEncoding encoding =
        SampleEncoding.of(tag, bits)
            .orElseThrow(
                () ->
                    recording.refused(
                        "stores samples as format %d of %d bits; allowed: %s"
                            .formatted(tag, bits, SampleEncoding.allowed())));
    List<String> problems = new ArrayList<>();
    if (channels == 0) {
      problems.add("declares no channel");
    } else if (frameBytes != channels * encoding.bytes()) {
      problems.add(
          "declares blocks of %d bytes, but %d channels of %d bits take %d"
              .formatted(frameBytes, channels, bits, channels * encoding.bytes()));
    }
    if (!problems.isEmpty()) {
      throw recording.refused(String.join("; ", problems));
    }
    return new WavFormat(encoding, channels, fields.getInt(4));
  }

  private static int tag(byte[] chunk, ByteBuffer fields, Recording recording)
      throws UnreadableExampleException {
    int tag = Short.toUnsignedInt(fields.getShort(0));
    if (tag != EXTENSIBLE) {
      return tag;
    }
    if (chunk.length < LONGEST
        || !Arrays.equals(
            chunk, SUB_FORMAT + 2, LONGEST, SUB_FORMAT_REST, 0, SUB_FORMAT_REST.length)) {
      throw recording.refused("its extensible fmt chunk names no known format");
    }
    return Short.toUnsignedInt(fields.getShort(SUB_FORMAT));
  }

  /** Bytes of one sample of every channel. */
  int frameBytes() {
    return channels * encoding.bytes();
  }
}
