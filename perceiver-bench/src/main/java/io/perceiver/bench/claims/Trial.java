package io.perceiver.bench.claims;

import org.jspecify.annotations.Nullable;

/**
 * One finished training.
 *
 * @param key everything it depends on but the seed, in words
 * @param seed of its weights and of the order of its examples
 * @param train accuracy on examples it learned from, 0 to 1; null where it was not looked at
 * @param validation accuracy on examples to choose by
 * @param test accuracy on examples to report on
 * @param parameters that learned
 * @param seconds that the training took
 */
record Trial(
    String key,
    long seed,
    @Nullable Double train,
    double validation,
    double test,
    long parameters,
    double seconds) {}
