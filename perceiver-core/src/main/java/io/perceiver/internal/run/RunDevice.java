package io.perceiver.internal.run;

import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Place;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.kernel.Compute;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a run computes. A finished run's model is not bound to the device it was trained on: the
 * run's own device is used if present, and otherwise any available one.
 */
public final class RunDevice {
  private static final Logger LOG = LoggerFactory.getLogger(RunDevice.class);
  private static final String KEY = "device";

  private RunDevice() {}

  /**
   * Checks that a configuration's device is here, before anything is done for it. Starts the
   * engine.
   *
   * @throws io.perceiver.api.PerceiverException if it is not; says which are
   */
  public static void check(RunConfig config) {
    compute(config);
  }

  /**
   * Chooses what a configuration computes on and with: its device and its precision. Starts the
   * engine.
   *
   * @throws io.perceiver.api.PerceiverException if the device is not here
   */
  public static Compute compute(RunConfig config) {
    return Compute.on(config.device(), config.precision());
  }

  /**
   * A run's configuration for this machine.
   *
   * @param config as the run has it
   * @param here asked only where the run names a GPU, as that starts the engine
   */
  public static ConfigNode.Mapping orAny(ConfigNode.Mapping config, Supplier<Devices> here) {
    Optional<String> gpu =
        config
            .get(KEY)
            .filter(ConfigNode.Scalar.class::isInstance)
            .map(device -> ((ConfigNode.Scalar) device).text())
            .filter(device -> device.startsWith("gpu") && Devices.isName(device));
    if (gpu.isEmpty() || here.get().has(gpu.get())) {
      return config;
    }
    LOG.info("the run was on {}, which is not here; device is auto", gpu.get());
    return config.with(KEY, new ConfigNode.Scalar(Devices.AUTO, Place.none()));
  }
}
