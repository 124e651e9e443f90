package io.perceiver.data.check;

/** How closely files are looked at before they are read in earnest. */
public enum CheckMode {
  /** The first bytes of every file. */
  HEADS,
  /** Every file is read whole, as for training. */
  ALL,
  /** Not at all. */
  NONE
}
