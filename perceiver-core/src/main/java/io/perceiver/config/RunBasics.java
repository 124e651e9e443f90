package io.perceiver.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;

/**
 * The keys of a configuration that stand in no section.
 *
 * @param seed what every random draw of the run follows from
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 */
record RunBasics(
    @Setting("what every random draw of the run follows from") long seed,
    @Setting("auto, cpu, gpu or gpu:0") String device) {
  static final RunBasics DEFAULT = new RunBasics(1, "auto");

  RunBasics {
    Problems problems = new Problems("");
    problems.check(
        device.matches("auto|cpu|gpu(:\\d{1,3})?"),
        "device",
        "'" + device + "'",
        "auto, cpu, gpu, or a certain one such as gpu:0");
    problems.throwIfAny();
  }
}
