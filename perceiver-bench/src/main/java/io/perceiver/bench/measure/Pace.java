package io.perceiver.bench.measure;

import io.perceiver.api.Problems;

/**
 * How often something is measured.
 *
 * @param warmUps rounds that are not counted; they compile scripts and fill caches
 * @param rounds rounds that are counted
 * @param turnSeconds how long a workload is repeated in each round, at least: work of a few
 *     milliseconds runs a quarter slower right after a pause or after other work
 */
public record Pace(int warmUps, int rounds, double turnSeconds) {

  /** Checks the numbers. */
  public Pace {
    Problems problems = new Problems("");
    problems.check(warmUps >= 0, "warm-up", warmUps, "0 or more");
    problems.check(rounds >= 1, "rounds", rounds, "1 or more");
    problems.check(turnSeconds >= 0, "turn-seconds", turnSeconds, "0 or more");
    problems.throwIfAny();
  }
}
