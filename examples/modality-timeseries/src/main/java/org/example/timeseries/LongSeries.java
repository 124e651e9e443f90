package org.example.timeseries;

/** What happens to a series that is longer than the configuration allows. */
public enum LongSeries {
  /** The example is refused. */
  FAIL,
  /** The first rows are used. */
  CUT,
  /** Evenly chosen rows are used; a series beyond the configured duration is refused. */
  THIN
}
