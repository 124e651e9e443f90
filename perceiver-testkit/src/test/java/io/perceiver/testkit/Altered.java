package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Tokenizer;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import io.perceiver.testkit.constant.ConstantPlugin;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a constant plugin of which subclasses alter one part. */
@ExtendWith(OnlyWhenAsked.class)
abstract class Altered extends ConstantPluginContractTest {

  /** Delegates to the correct plugin but for what is altered. */
  private final class Plugin implements ModalityPlugin<ConstantConfig, Constant> {
    private final ConstantPlugin good = new ConstantPlugin();

    @Override
    public String name() {
      return Altered.this.name();
    }

    @Override
    public ConstantConfig defaults() {
      return good.defaults();
    }

    @Override
    public Modality<Constant> create(ConstantConfig config) {
      created(config);
      Modality<Constant> modality = good.create(config);
      return new Modality<>(
          reader(modality.reader()),
          augmentation(modality.augmentation()),
          tokenizer(modality.tokenizer()),
          encoding(modality.positionEncoding()),
          adapter());
    }
  }

  @Override
  protected ModalityPlugin<ConstantConfig, Constant> plugin() {
    return new Plugin();
  }

  @Override
  protected boolean installs() {
    return false;
  }

  String name() {
    return "altered";
  }

  void created(ConstantConfig config) {}

  ExampleReader<Constant> reader(ExampleReader<Constant> good) {
    return good;
  }

  Augmentation<Constant, ?> augmentation(Augmentation<Constant, ?> good) {
    return good;
  }

  Tokenizer<Constant> tokenizer(Tokenizer<Constant> good) {
    return good;
  }

  PositionEncoding encoding(PositionEncoding good) {
    return good;
  }

  InputAdapter adapter() {
    return InputAdapter.identity();
  }
}
