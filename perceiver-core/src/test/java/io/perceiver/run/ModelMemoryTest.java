package io.perceiver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.train.TrainingConfig;
import org.junit.jupiter.api.Test;

class ModelMemoryTest {
  private static final int BATCH = TrainingConfig.DEFAULT.batchSize();

  private static Perceiver network(int latents) {
    return Perceiver.builder()
        .grid("image", 3, FourierFeatures.of(4), 16, 16)
        .trunk(PerceiverConfig.lucidrains(1, latents, 64))
        .kernels(new PlainKernels())
        .build();
  }

  @Test
  void aModelThatFitsIsLeftAlone() {
    Perceiver network = network(32);
    long needed = ModelDescription.of(network, BATCH).memory().training();
    assertThatCode(() -> new ModelMemory(needed).check(network, TrainingConfig.DEFAULT, true))
        .doesNotThrowAnyException();
  }

  @Test
  void aBatchThatCannotFitNamesOneThatWould() {
    Perceiver network = network(32);
    long forEight = ModelDescription.of(network, 8).memory().training();
    ModelMemory machine = new ModelMemory(forEight / 2 + 1);
    assertThatThrownBy(() -> machine.check(network, TrainingConfig.DEFAULT, true))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("training.batchSize: 8 would fit")
        .hasMessageContaining("activationCheckpointing");
  }

  @Test
  void latentsThatNeverFitAreNamed() {
    Perceiver network = network(1 << 20);
    ModelMemory machine = new ModelMemory(1L << 34);
    assertThatThrownBy(() -> machine.check(network, TrainingConfig.DEFAULT, true))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("model.latents (1048576)")
        .hasMessageContaining("this machine has 16.0 GB");
  }

  @Test
  void knowsThisMachine() {
    assertThat(ModelMemory.ofMachine().bytes()).isGreaterThan(1L << 28);
  }
}
