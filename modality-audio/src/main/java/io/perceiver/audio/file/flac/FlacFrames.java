package io.perceiver.audio.file.flac;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the frames that follow the metadata, one after another. Used by one thread. */
public final class FlacFrames {
  private static final int CRC_BITS = 16;

  private final BitReader bits;
  private final StreamInfo info;
  private long[][] samples = new long[0][];
  private @Nullable FrameHeader first;
  private long frames;
  private long passed;
  private int blockSize;
  private int rateHz;

  /**
   * Creates a reader.
   *
   * @param stream stands behind the last block of metadata
   * @param info what the first block declares
   */
  public FlacFrames(InputStream stream, StreamInfo info) {
    this.bits = new BitReader(stream);
    this.info = info;
  }

  /** Returns the next bytes without passing them; fewer at the end. */
  public byte[] peek(int count) throws IOException {
    return bits.peek(count);
  }

  /** Returns whether a frame seems to follow. */
  public boolean hasNext() throws IOException {
    return FrameHeader.begins(bits.peek(2));
  }

  /**
   * Reads the next frame.
   *
   * @throws IllegalArgumentException if it is damaged, or another than declared
   */
  public void next() throws IOException {
    bits.beginChecksum();
    FrameHeader header = FrameHeader.read(bits, info);
    checkPlace(header);
    checkShape(header);
    reserve(header);
    for (int channel = 0; channel < header.channels(); channel++) {
      int width = header.bits() + (header.isSide(channel) ? 1 : 0);
      Subframe.read(bits, width, samples[channel], header.blockSize());
    }
    int sum = bits.endChecksum();
    if (bits.read(CRC_BITS) != sum) {
      throw new IllegalArgumentException("the frame at sample " + passed + " has a wrong checksum");
    }
    Stereo.restore(header, samples);
    blockSize = header.blockSize();
    rateHz = header.rateHz();
    passed += blockSize;
    frames++;
  }

  /** Frames are numbered, so that a missing one shows. */
  private void checkPlace(FrameHeader header) {
    FrameHeader start = first == null ? header : first;
    first = start;
    long expected = start.number() + (start.numbersSamples() ? passed : frames);
    if (header.numbersSamples() != start.numbersSamples() || header.number() != expected) {
      throw new IllegalArgumentException(
          "at sample %d comes the frame of number %d instead of %d"
              .formatted(passed, header.number(), expected));
    }
  }

  private void checkShape(FrameHeader header) {
    if (header.channels() != info.channels() || header.bits() != info.bits()) {
      throw new IllegalArgumentException(
          "at sample %d it changes from %d channels of %d bits to %d of %d"
              .formatted(passed, info.channels(), info.bits(), header.channels(), header.bits()));
    }
  }

  private void reserve(FrameHeader header) {
    if (samples.length == 0 || samples[0].length < header.blockSize()) {
      samples = new long[header.channels()][header.blockSize()];
    }
  }

  /** The last frame's samples, by channel; valid until the next. */
  public long[][] samples() {
    return samples;
  }

  /** Samples of each channel in the last frame. */
  public int blockSize() {
    return blockSize;
  }

  /** The rate that the last frame declares. */
  public int rateHz() {
    return rateHz;
  }

  /** Samples of each channel read so far. */
  public long passed() {
    return passed;
  }
}
