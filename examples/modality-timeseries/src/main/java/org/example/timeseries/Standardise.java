package org.example.timeseries;

/** Where the mean and sd come from that every channel is standardised by. */
public enum Standardise {
  /** From the configuration: levels and sizes that differ between series stay visible. */
  CONFIGURED,
  /** From each series itself: only shapes stay visible. A constant channel becomes 0. */
  SERIES
}
