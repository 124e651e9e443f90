package io.perceiver.data;

/** What becomes of an example that cannot be read. */
public enum BadExamplePolicy {
  /** The run ends and names it. */
  FAIL,
  /** It is left out, counted and listed. */
  SKIP
}
