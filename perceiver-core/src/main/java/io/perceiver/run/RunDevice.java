package io.perceiver.run;

import io.perceiver.config.ConfigNode;
import io.perceiver.config.Place;
import io.perceiver.kernel.Devices;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a finished run's model computes. A model is not bound to the device it was trained on: the
 * run's own device is taken where it is here, and else whatever is.
 */
public final class RunDevice {
  private static final Logger LOG = LoggerFactory.getLogger(RunDevice.class);
  private static final String KEY = "device";

  private RunDevice() {}

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
