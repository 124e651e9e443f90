package io.perceiver.demo;

/** Hears how far the writing is. Called from one thread, the one that called write. */
@FunctionalInterface
public interface ProgressListener {
  /** Hears nothing. */
  ProgressListener SILENT = (done, total) -> {};

  /**
   * Some more examples are done.
   *
   * @param done examples written so far, increasing, the last call with the total
   * @param total examples in all
   */
  void progressed(int done, int total);
}
