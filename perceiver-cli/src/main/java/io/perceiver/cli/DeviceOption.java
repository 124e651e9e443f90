package io.perceiver.cli;

import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Place;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.run.RunDevice;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --device}, short for {@code --set device=NAME}. */
final class DeviceOption {
  private static final String KEY = "device";

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = {
        "Where to compute: auto (the first GPU, else the CPU), cpu, gpu or gpu:N.",
        "Default: as the configuration says."
      })
  private @Nullable String device;

  /** A configuration with the device that was named, if one was. */
  ConfigNode.Mapping on(ConfigNode.Mapping config) {
    return device == null
        ? config
        : config.with(KEY, new ConfigNode.Scalar(device, new Place("--device", Path.of(""))));
  }

  /**
   * The same for a finished run, whose own device need not be here.
   *
   * @param set values that were set in other ways
   */
  ConfigNode.Mapping onRun(ConfigNode.Mapping config, List<String> set) {
    boolean named =
        device != null || set.stream().anyMatch(value -> value.strip().startsWith(KEY + "="));
    return named ? on(config) : RunDevice.orAny(config, Devices::ofEngine);
  }
}
