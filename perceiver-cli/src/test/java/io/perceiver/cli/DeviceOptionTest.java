package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which of those who name a device is heard; none of these machines has a hundred GPUs. */
class DeviceOptionTest {
  private static final String ABSENT = "gpu:99";

  @Command
  private static final class Verb {
    @Mixin private final DeviceOption device = new DeviceOption();
  }

  private static DeviceOption option(String... arguments) {
    Verb verb = new Verb();
    new CommandLine(verb).parseArgs(arguments);
    return verb.device;
  }

  private static ConfigNode.Mapping config(List<String> set) {
    ConfigNode device = new ConfigNode.Scalar(ABSENT, Place.none());
    return Overrides.apply(
        new ConfigNode.Mapping(Map.of("device", device), Place.none()), set, Path.of(""));
  }

  private static String device(ConfigNode.Mapping config) {
    return ((ConfigNode.Scalar) config.get("device").orElseThrow()).text();
  }

  @Test
  void theOptionIsAboveWhatIsSetAndWhatIsSetAboveTheConfiguration() {
    List<String> set = List.of("device=gpu:7");
    assertThat(device(option().on(config(List.of())))).isEqualTo(ABSENT);
    assertThat(device(option().on(config(set)))).isEqualTo("gpu:7");
    assertThat(device(option("--device", "cpu").on(config(set)))).isEqualTo("cpu");
  }

  @Test
  void ofAFinishedRunToo() {
    List<String> set = List.of("device=gpu:7");
    assertThat(device(option("--device", ABSENT).onRun(config(set), set))).isEqualTo(ABSENT);
    assertThat(device(option().onRun(config(set), set))).isEqualTo("gpu:7");
  }
}
