package io.perceiver.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perceiver.api.ModalityPlugin;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import io.perceiver.testkit.constant.ConstantPlugin;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The example that the contract's documentation shows. */
class ConstantPluginContractTest extends ModalityPluginContract<ConstantConfig, Constant> {

  @Override
  protected ModalityPlugin<ConstantConfig, Constant> plugin() {
    return new ConstantPlugin();
  }

  @Override
  protected ConstantConfig validConfig() {
    return new ConstantConfig(8, 0.1);
  }

  @Override
  protected List<Constant> examples() {
    return List.of(
        new Constant(-0.8f, 3),
        new Constant(0.1f, 8),
        new Constant(0.9f, 1),
        new Constant(0.5f, 5));
  }

  @Override
  protected Map<String, Supplier<ConstantConfig>> invalidConfigs() {
    return Map.of(
        "maxElements", () -> new ConstantConfig(0, 0.1), "jitter", () -> new ConstantConfig(8, 2));
  }

  @Override
  protected Map<String, byte[]> sources() {
    return Map.of("one.txt", "0.25 8".getBytes(UTF_8), "line.txt", "-1 1\n".getBytes(UTF_8));
  }

  @Override
  protected Map<String, byte[]> unreadableSources() {
    return Map.of(
        "words.txt", "a quarter, eight times".getBytes(UTF_8),
        "long.txt", "0.25 9".getBytes(UTF_8));
  }
}
