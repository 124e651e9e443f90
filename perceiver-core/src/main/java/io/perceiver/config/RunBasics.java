package io.perceiver.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.kernel.Devices;

/**
 * The keys of a configuration that stand in no section.
 *
 * @param seed what every random draw of the run follows from
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 */
record RunBasics(
    @Setting("what every random draw of the run follows from") long seed,
    @Setting("auto, cpu, gpu or gpu:0") String device) {
  static final RunBasics DEFAULT = new RunBasics(1, Devices.AUTO);

  RunBasics {
    Problems problems = new Problems("");
    problems.check(Devices.isName(device), "device", "'" + device + "'", Devices.ALLOWED);
    problems.throwIfAny();
  }
}
