package io.perceiver.internal.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Place;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.kernel.Devices;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDeviceTest {
  @TempDir Path folder;

  @Test
  void aGpuThatIsHereIsKept() throws Exception {
    ConfigNode.Mapping config = config("gpu:1");

    assertThat(RunDevice.orAny(config, () -> new Devices("engine", 2))).isSameAs(config);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gpu", "gpu:0", "gpu:7"})
  void aGpuThatIsNotHereIsNotInsistedOn(String device) throws Exception {
    ConfigNode.Mapping anywhere = RunDevice.orAny(config(device), () -> new Devices("engine", 0));

    assertThat(anywhere.get("device")).contains(new ConfigNode.Scalar("auto", Place.none()));
    assertThat(anywhere.get("seed")).contains(new ConfigNode.Scalar("3", Place.none()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"auto", "cpu", "tpu"})
  void anythingElseStaysAndStartsNoEngine(String device) throws Exception {
    ConfigNode.Mapping config = config(device);

    assertThat(
            RunDevice.orAny(
                config,
                () -> {
                  throw new AssertionError("the engine was asked");
                }))
        .isSameAs(config);
  }

  private ConfigNode.Mapping config(String device) throws Exception {
    Path file = folder.resolve("config.yaml");
    Files.writeString(file, "seed: 3\ndevice: " + device + "\n");
    return YamlReader.file(file);
  }
}
