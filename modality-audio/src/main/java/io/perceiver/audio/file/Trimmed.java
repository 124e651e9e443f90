package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.util.Arrays;

/** Records a part of what is decoded. Used by one thread. */
final class Trimmed {
  private final Recording recording;
  private final long from;
  private final long to;
  private long passed;

  /**
   * Creates a trimmed recording.
   *
   * @param from first sample of each channel that is kept
   * @param to first one behind those kept
   */
  Trimmed(Recording recording, long from, long to) {
    this.recording = recording;
    this.from = from;
    this.to = to;
  }

  /** Returns whether more is not wanted; samples behind the end still count as wanted. */
  boolean isFull() {
    return recording.isFull();
  }

  /** Adds a block, (frame, channel). */
  void add(float[] interleaved, int channels) throws UnreadableExampleException {
    int count = interleaved.length / channels;
    int first = (int) Math.max(0, Math.min(count, from - passed));
    int last = (int) Math.max(first, Math.min(count, to - passed));
    passed += count;
    if (last > first) {
      recording.add(
          last - first == count
              ? interleaved
              : Arrays.copyOfRange(interleaved, first * channels, last * channels),
          last - first);
    }
  }
}
