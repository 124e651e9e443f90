package io.perceiver.config;

/** What happens with an example that cannot be read. */
public enum OnBadExample {
  /** The run ends with a message that names it. */
  FAIL,
  /** It is left out, counted and listed. */
  SKIP
}
