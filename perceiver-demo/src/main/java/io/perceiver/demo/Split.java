package io.perceiver.demo;

import java.util.Locale;

/** The three parts of the data set; no example is in two of them. */
public enum Split {
  /** What a model learns from. */
  TRAIN,
  /** What chooses between models. */
  VALIDATION,
  /** What is read once, at the end. */
  TEST;

  /** The word used in the manifest and as a folder's name: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
