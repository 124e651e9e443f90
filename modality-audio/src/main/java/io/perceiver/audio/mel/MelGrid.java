package io.perceiver.audio.mel;

/**
 * How a spectrogram is cut into elements: rectangles of frames × bands, those of the earliest
 * frames first, of these the lowest bands first. Inside an element: frame by frame, from the lowest
 * band up, channel last.
 *
 * @param frames frames of an element
 * @param bands bands of an element
 * @param rows elements side by side in frequency
 * @param channels channels of the sound
 */
public record MelGrid(int frames, int bands, int rows, int channels) {

  /** As configured. */
  public static MelGrid of(MelConfig config, int channels) {
    int bands = config.bandsOfElement();
    return new MelGrid(config.framesPerElement(), bands, config.melBands() / bands, channels);
  }

  /** Elements, in time, that cover so many frames. */
  public int columns(int frameCount) {
    return (frameCount + frames - 1) / frames;
  }

  /** Channels of an element. */
  public int elementChannels() {
    return frames * bands * channels;
  }

  /** Values of a frame: all bands and channels. */
  public int series() {
    return rows * bands * channels;
  }

  /** Where a value lies among the elements' values. */
  public int index(int frame, int band, int channel) {
    int element = frame / frames * rows + band / bands;
    int inElement = (frame % frames * bands + band % bands) * channels + channel;
    return element * elementChannels() + inElement;
  }
}
