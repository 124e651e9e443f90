package io.perceiver.demo;

/**
 * All that a data set depends on.
 *
 * @param generator version of the drawing; a new number whenever equal settings give other bytes
 * @param seed of every draw
 * @param sizes examples in each split
 * @param difficulty how hard the task is
 */
record Settings(int generator, long seed, Sizes sizes, Difficulty difficulty) {
  /** 1 drew pictures only. */
  static final int CURRENT = 2;

  /** Creates one for the drawing as it is now. */
  Settings(long seed, Sizes sizes, Difficulty difficulty) {
    this(CURRENT, seed, sizes, difficulty);
  }
}
