package io.perceiver.audio;

/** What one element of a sound's byte array is. */
public enum AudioTokens {
  /** A rectangle of frames × bands of the log-mel spectrogram. */
  MEL,

  /** A patch of successive samples, as in the Perceiver (§4.2). */
  WAVEFORM
}
