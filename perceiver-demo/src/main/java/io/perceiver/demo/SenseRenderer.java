package io.perceiver.demo;

import java.util.Random;

/**
 * Turns a kind into the file of one sense.
 *
 * <p>Only the sense's {@link Sense#impression impression} of the kind is used. Implementations are
 * stateless and may be called by many threads at once.
 */
@FunctionalInterface
interface SenseRenderer {
  /**
   * Makes one file's bytes.
   *
   * @param random where everything that does not depend on the kind is drawn from
   * @return the whole file, the same for the same impression and draws on every machine
   */
  byte[] render(Kind kind, Random random);
}
