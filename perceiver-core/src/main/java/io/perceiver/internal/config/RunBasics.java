package io.perceiver.internal.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.kernel.Precision;

/**
 * The keys of a configuration that stand in no section.
 *
 * @param seed what every random draw of the run follows from
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param precision of matrix products
 */
public record RunBasics(
    @Setting("what every random draw of the run follows from") long seed,
    @Setting(Devices.ALLOWED) String device,
    @Setting("what matrix products multiply: float32, or bfloat16 with all else in float32")
        Precision precision) {
  public static final RunBasics DEFAULT = new RunBasics(1, Devices.AUTO, Precision.FLOAT32);

  public RunBasics {
    Problems problems = new Problems("");
    problems.check(Devices.isName(device), "device", "'" + device + "'", Devices.ALLOWED);
    problems.throwIfAny();
  }
}
