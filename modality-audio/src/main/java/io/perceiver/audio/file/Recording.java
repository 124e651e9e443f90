package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.util.Arrays;

/**
 * Takes what a decoder delivers, block by block, in the channels wanted, until there is enough. It
 * grows with what arrives. Used by one thread.
 */
final class Recording {
  private static final int MIN_RATE_HZ = 100;
  private static final int MAX_RATE_HZ = 768_000;
  private static final float LARGEST = 1e9f;
  private static final int FIRST_FRAMES = 4096;

  private final String name;
  private final SoundFormat format;
  private final double maxSeconds;
  private final float[][] kept;
  private int rateHz;
  private int delivered;
  private int capacity;
  private int frames;

  /**
   * Creates one of a source.
   *
   * @param name of the source, for messages
   * @param format it seems to have
   * @param channels 1 mixes all channels; more are taken as they are, or copied from one
   * @param maxSeconds how much is wanted
   */
  Recording(String name, SoundFormat format, int channels, double maxSeconds) {
    this.name = name;
    this.format = format;
    this.maxSeconds = maxSeconds;
    this.kept = new float[channels][0];
  }

  /**
   * Says what will be delivered; may be said again as long as it stays the same.
   *
   * @throws UnreadableExampleException if the rate is absurd, the channels are not those wanted, or
   *     either changes
   */
  void begin(int newRateHz, int channels) throws UnreadableExampleException {
    if (rateHz != 0 && (newRateHz != rateHz || channels != delivered)) {
      throw refused(
          "changes from %d channels at %d Hz to %d at %d Hz; only one of either is read"
              .formatted(delivered, rateHz, channels, newRateHz));
    }
    if (newRateHz < MIN_RATE_HZ || newRateHz > MAX_RATE_HZ) {
      throw refused(
          "has a rate of %s Hz; allowed: %d to %d"
              .formatted(Integer.toUnsignedString(newRateHz), MIN_RATE_HZ, MAX_RATE_HZ));
    }
    if (channels < 1 || (channels != kept.length && channels > 1 && kept.length > 1)) {
      String allowed = kept.length == 1 ? "1 or more" : kept.length + ", or 1, which is copied";
      throw refused("has %d channels; allowed: %s".formatted(channels, allowed));
    }
    rateHz = newRateHz;
    delivered = channels;
    capacity = (int) Math.min(Integer.MAX_VALUE - 8, Math.ceil(maxSeconds * newRateHz));
  }

  /** Whether it has all that is wanted; more is ignored. */
  boolean isFull() {
    return rateHz != 0 && frames == capacity;
  }

  /**
   * Adds a block.
   *
   * @param interleaved (frame, channel) with the channels said at the beginning
   * @param count frames in it
   * @throws UnreadableExampleException if a sample is not a number, or too large
   */
  void add(float[] interleaved, int count) throws UnreadableExampleException {
    int taken = Math.min(count, capacity - frames);
    check(interleaved, taken);
    reserve(taken);
    for (int channel = 0; channel < kept.length; channel++) {
      if (delivered == 1 || kept.length > 1) {
        copy(interleaved, Math.min(channel, delivered - 1), kept[channel], taken);
      } else {
        mix(interleaved, kept[channel], taken);
      }
    }
    frames += taken;
  }

  private void check(float[] interleaved, int count) throws UnreadableExampleException {
    for (int i = 0; i < count * delivered; i++) {
      // written so that it holds for NaN
      if (!(Math.abs(interleaved[i]) <= LARGEST)) {
        throw refused(
            "sample %d of channel %d is %s; allowed: finite numbers, full scale is ±1"
                .formatted(frames + i / delivered, i % delivered, interleaved[i]));
      }
    }
  }

  private void reserve(int count) {
    int length = kept[0].length;
    if (frames + count > length) {
      long grown = Math.max(FIRST_FRAMES, Math.max(length * 2L, (long) frames + count));
      for (int channel = 0; channel < kept.length; channel++) {
        kept[channel] = Arrays.copyOf(kept[channel], (int) Math.min(capacity, grown));
      }
    }
  }

  private void copy(float[] interleaved, int from, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[frames + i] = interleaved[i * delivered + from];
    }
  }

  private void mix(float[] interleaved, float[] to, int count) {
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (int channel = 0; channel < delivered; channel++) {
        sum += interleaved[i * delivered + channel];
      }
      to[frames + i] = (float) (sum / delivered);
    }
  }

  /**
   * What was recorded.
   *
   * @throws UnreadableExampleException if it is nothing
   */
  Sound sound() throws UnreadableExampleException {
    if (frames == 0) {
      throw refused("holds no sound, not one sample");
    }
    float[][] channels = new float[kept.length][];
    for (int channel = 0; channel < channels.length; channel++) {
      channels[channel] = Arrays.copyOf(kept[channel], frames);
    }
    return new Sound(rateHz, channels);
  }

  /** An exception with the source's name. */
  UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }

  /** An exception for what a decoder stumbled over. */
  UnreadableExampleException damaged(Exception cause) {
    String message = cause.getMessage();
    String reason =
        message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    return new UnreadableExampleException(
        name, "damaged or cut short as " + format + ": " + reason, cause);
  }
}
