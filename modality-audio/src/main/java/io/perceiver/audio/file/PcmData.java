package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.ByteOrder;

/**
 * Samples without compression, (frame, channel).
 *
 * @param encoding how a sample is stored
 * @param order of its bytes
 * @param channels at least 1
 */
record PcmData(SampleEncoding encoding, ByteOrder order, int channels) {
  private static final int BLOCK_BYTES = 1 << 16;

  /** A supply of bytes. */
  @FunctionalInterface
  interface Bytes {
    /** Reads up to so many bytes; fewer at the end. */
    byte[] read(int most) throws IOException;
  }

  /** Bytes of one sample of every channel. */
  int frameBytes() {
    return channels * encoding.bytes();
  }

  /**
   * Records samples until the bytes end or the recording is full.
   *
   * @return bytes read
   * @throws UnreadableExampleException if the bytes end inside a frame
   */
  long record(Bytes bytes, Recording recording) throws IOException {
    int most = Math.max(1, BLOCK_BYTES / frameBytes()) * frameBytes();
    float[] samples = new float[most / encoding.bytes()];
    long held = 0;
    boolean ended = false;
    while (!ended && !recording.isFull()) {
      byte[] block = bytes.read(most);
      held += block.length;
      encoding.decode(block, order, samples);
      recording.add(samples, block.length / frameBytes());
      ended = block.length < most;
    }
    return held;
  }

  /**
   * Checks that bytes are whole frames.
   *
   * @throws UnreadableExampleException if they are not
   */
  void checkWhole(long held, Recording recording) throws UnreadableExampleException {
    if (held % frameBytes() != 0) {
      throw recording.refused(
          "its sound ends inside a frame: %d bytes are not a multiple of %d, %d channels of %d bytes"
              .formatted(held, frameBytes(), channels, encoding.bytes()));
    }
  }
}
