package io.perceiver.testkit;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Tokenizer;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import io.perceiver.testkit.constant.ConstantPlugin;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;

/** The contract over a plugin whose examples can be changed: value, elements, and a mark. */
@ExtendWith(OnlyWhenAsked.class)
abstract class OfArrays extends ModalityPluginContract<ConstantConfig, float[]> {
  static final int VALUE = 0;
  static final int MARK = 2;
  private final ConstantPluginContractTest good = new ConstantPluginContractTest();

  /** Hears of every example before it is tokenized. */
  void seen(float[] example) {}

  /** The value that an augmented example has. */
  float[] augmented(float[] example, float value) {
    float[] copy = example.clone();
    copy[VALUE] = value;
    return copy;
  }

  @Override
  protected ModalityPlugin<ConstantConfig, float[]> plugin() {
    return new ModalityPlugin<>() {
      @Override
      public String name() {
        return "arrays";
      }

      @Override
      public ConstantConfig defaults() {
        return new ConstantPlugin().defaults();
      }

      @Override
      public Modality<float[]> create(ConstantConfig config) {
        Modality<Constant> constants = new ConstantPlugin().create(config);
        return new Modality<>(
            source -> array(constants.reader().read(source)),
            Changing.by(
                (example, random) ->
                    augmented(
                        example,
                        constants.augmentation().augment(constant(example), random).value())),
            new Tokenized(constants.tokenizer()),
            constants.positionEncoding(),
            constants.inputAdapter());
      }
    };
  }

  private static float[] array(Constant constant) {
    return new float[] {constant.value(), constant.elements(), 0};
  }

  private static Constant constant(float[] array) {
    return new Constant(array[VALUE], (int) array[1]);
  }

  private final class Tokenized implements Tokenizer<float[]> {
    private final Tokenizer<Constant> constants;

    Tokenized(Tokenizer<Constant> constants) {
      this.constants = constants;
    }

    @Override
    public ByteArraySpec spec() {
      return constants.spec();
    }

    @Override
    public int elements(float[] example) {
      return constants.elements(constant(example));
    }

    @Override
    public void tokenize(float[] example, FloatBuffer content, FloatBuffer positions) {
      seen(example);
      constants.tokenize(constant(example), content, positions);
    }
  }

  @Override
  protected ConstantConfig validConfig() {
    return good.validConfig();
  }

  @Override
  protected List<float[]> examples() {
    return good.examples().stream().map(OfArrays::array).toList();
  }

  @Override
  protected Map<String, Supplier<ConstantConfig>> invalidConfigs() {
    return good.invalidConfigs();
  }

  @Override
  protected Map<String, byte[]> sources() {
    return good.sources();
  }

  @Override
  protected Map<String, byte[]> unreadableSources() {
    return good.unreadableSources();
  }

  @Override
  protected boolean installs() {
    return false;
  }
}
