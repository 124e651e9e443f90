package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Records a link's samples as its pages ask for (Vorbis I specification, §A.2): a page says how
 * many there are up to its end. If the first page holds more than it says, the surplus is taken off
 * the start; if the last one does, off the end. Used by one thread.
 */
final class VorbisSamples {
  // a page ends at most 255 packets
  private static final int MOST_WAITING = 256;

  private final Recording recording;
  private final int channels;
  private final List<float[]> waiting = new ArrayList<>();
  private boolean placed;
  private long offset;
  private long decoded;
  private long marked;

  VorbisSamples(Recording recording, int channels) {
    this.recording = recording;
    this.channels = channels;
  }

  /** Adds a packet's samples, (frame, channel). */
  void add(float[] samples, OggPackets packets) throws UnreadableExampleException {
    if (placed) {
      long most = packets.isLastPage() ? packets.pageSamples() - offset - decoded : Long.MAX_VALUE;
      deliver(samples, 0, (int) Math.max(0, Math.min(samples.length / channels, most)));
    } else if (waiting.size() < MOST_WAITING) {
      waiting.add(samples);
    } else {
      throw recording.refused("damaged as Ogg: its first page does not say where its samples lie");
    }
    decoded += samples.length / channels;
  }

  /** Takes note of how many samples there are up to here. */
  void mark(long samples, boolean last) throws UnreadableExampleException {
    marked = samples;
    if (placed) {
      return;
    }
    placed = true;
    offset = last ? 0 : samples - decoded;
    long surplus = Math.max(0, decoded - samples);
    long from = last ? 0 : surplus;
    long to = last ? decoded - surplus : decoded;
    long at = 0;
    for (float[] each : waiting) {
      int count = each.length / channels;
      deliver(each, within(from - at, count), within(to - at, count));
      at += count;
    }
    waiting.clear();
  }

  private static int within(long place, int count) {
    return (int) Math.max(0, Math.min(count, place));
  }

  private void deliver(float[] samples, int from, int to) throws UnreadableExampleException {
    if (to > from) {
      recording.add(Arrays.copyOfRange(samples, from * channels, to * channels), to - from);
    }
  }

  /**
   * Checks that there are as many samples as the last page says.
   *
   * @throws UnreadableExampleException if there are fewer
   */
  void end() throws UnreadableExampleException {
    if (placed && marked > offset + decoded) {
      throw recording.refused(
          "damaged as Vorbis: its last page tells of %d samples, but there are %d"
              .formatted(marked - offset, decoded));
    }
  }
}
