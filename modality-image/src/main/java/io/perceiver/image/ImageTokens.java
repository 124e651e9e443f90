package io.perceiver.image;

/** What one element of an image's byte array is. */
public enum ImageTokens {
  /** One pixel, as in the Perceiver. */
  PIXELS,

  /** One square patch of pixels. */
  PATCHES
}
