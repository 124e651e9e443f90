package io.perceiver.demo;

/** What {@link DemoDataset#write} did. */
public enum Outcome {
  /** The data set was made and now stands in the folder. */
  WRITTEN,
  /** The folder already held it, whole and unchanged; nothing was touched. */
  FOUND
}
