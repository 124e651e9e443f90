package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import io.perceiver.testkit.constant.Constant;
import io.perceiver.testkit.constant.ConstantConfig;
import java.util.Random;

/** Plugins that break a clause about augmentation. */
final class BrokenAugmentations {

  private BrokenAugmentations() {}

  @Breaks("augmentationChangesExamples")
  static final class ChangesNothing extends Altered {
    @Override
    Augmentation<Constant, ?> augmentation(Augmentation<Constant, ?> good) {
      return Changing.by((example, random) -> example);
    }
  }

  @Breaks("augmentationChangesExamples")
  static final class DoesNotSayThatItIsNone extends Altered {
    @Override
    protected ConstantConfig validConfig() {
      return new ConstantConfig(8, 0);
    }

    @Override
    protected boolean augments() {
      return false;
    }

    @Override
    Augmentation<Constant, ?> augmentation(Augmentation<Constant, ?> good) {
      return Changing.by((example, random) -> example);
    }
  }

  @Breaks("augmentationRepeats")
  static final class DrawsByItself extends Altered {
    private final Random own = new Random(7);

    @Override
    Augmentation<Constant, ?> augmentation(Augmentation<Constant, ?> good) {
      return Changing.by((example, random) -> good.augment(example, own));
    }
  }

  @Breaks("augmentationLeavesItsArgument")
  static final class ChangesItsArgument extends OfArrays {
    @Override
    float[] augmented(float[] example, float value) {
      example[VALUE] = value;
      return example;
    }
  }

  @Breaks("augmentedExamplesFitTheSpec")
  static final class MakesExamplesLonger extends Altered {
    @Override
    Augmentation<Constant, ?> augmentation(Augmentation<Constant, ?> good) {
      return Changing.by(
          (example, random) ->
              new Constant(example.value(), example.elements() + random.nextInt(3)));
    }
  }
}
