package io.perceiver.testkit.constant;

import io.perceiver.api.Augmentation;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.position.FourierFeatures;
import org.apiguardian.api.API;

/**
 * The modality {@code constant}, the smallest that keeps the contract: text files such as {@code
 * 0.25 8}, one element a step, positions evenly from -1 to 1.
 *
 * <p>It is not declared as a service, so that no program finds it by accident; a plugin's own jar
 * names its class in {@code META-INF/services/io.perceiver.api.ModalityPlugin}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ConstantPlugin implements ModalityPlugin<ConstantConfig, Constant> {

  @Override
  public String name() {
    return "constant";
  }

  @Override
  public ConstantConfig defaults() {
    return new ConstantConfig(16, 0);
  }

  @Override
  public Modality<Constant> create(ConstantConfig config) {
    return new Modality<>(
        new ConstantReader(config),
        config.jitter() == 0 ? Augmentation.none() : new ConstantJitter(config),
        new ConstantTokenizer(config),
        FourierFeatures.of(2, 8),
        InputAdapter.identity());
  }
}
