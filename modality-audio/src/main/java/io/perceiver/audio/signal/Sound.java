package io.perceiver.audio.signal;

import java.util.Arrays;

/**
 * A piece of sound: samples of one or more channels at one rate, full scale at ±1. Immutable, as
 * long as its arrays are left alone; thread-safe then.
 */
public final class Sound {
  private final int rateHz;
  private final float[][] channels;

  /**
   * Takes the arrays over; they must not be changed afterwards.
   *
   * @param rateHz samples a second, above 0
   * @param channels (channel, frame); at least one channel, all of one length
   * @throws IllegalArgumentException if there is no channel or the lengths differ
   */
  public Sound(int rateHz, float[][] channels) {
    if (rateHz < 1 || channels.length == 0) {
      throw new IllegalArgumentException(
          channels.length + " channels at " + rateHz + " Hz; at least 1 of either is needed");
    }
    for (float[] channel : channels) {
      if (channel.length != channels[0].length) {
        throw new IllegalArgumentException(
            "channels of " + channels[0].length + " and " + channel.length + " frames");
      }
    }
    this.rateHz = rateHz;
    this.channels = channels.clone();
  }

  /** One channel; takes the array over. */
  public static Sound mono(int rateHz, float... samples) {
    return new Sound(rateHz, new float[][] {samples});
  }

  /** Samples a second. */
  public int rateHz() {
    return rateHz;
  }

  /** Number of channels. */
  public int channels() {
    return channels.length;
  }

  /** Samples of each channel. */
  public int frames() {
    return channels[0].length;
  }

  /** How long it is. */
  public double seconds() {
    return (double) frames() / rateHz;
  }

  /** The samples of one channel, by frame; not to be written to. */
  public float[] channel(int index) {
    return channels[index];
  }

  /** A part of it; itself where the part is everything. */
  public Sound part(int from, int count) {
    if (from == 0 && count == frames()) {
      return this;
    }
    return map(samples -> Arrays.copyOfRange(samples, from, from + count));
  }

  /** The same rate with every channel changed; the change must not write to what it is given. */
  public Sound map(Change change) {
    float[][] changed = new float[channels.length][];
    for (int channel = 0; channel < channels.length; channel++) {
      changed[channel] = change.apply(channels[channel]);
    }
    return new Sound(rateHz, changed);
  }

  /** Root of the mean square over all channels; 0 for no samples. */
  public double rms() {
    double sum = 0;
    for (float[] channel : channels) {
      for (float sample : channel) {
        sum += (double) sample * sample;
      }
    }
    return frames() == 0 ? 0 : Math.sqrt(sum / ((double) frames() * channels.length));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sound that
        && rateHz == that.rateHz
        && Arrays.deepEquals(channels, that.channels);
  }

  @Override
  public int hashCode() {
    return 31 * rateHz + Arrays.deepHashCode(channels);
  }

  @Override
  public String toString() {
    return "sound of " + channels.length + " × " + frames() + " samples at " + rateHz + " Hz";
  }

  /** A change of one channel. */
  @FunctionalInterface
  public interface Change {
    /** New samples made of these, which stay as they are. */
    float[] apply(float[] samples);
  }
}
