package io.perceiver.testkit;

import static io.perceiver.testkit.Verdict.check;
import static org.junit.jupiter.api.Assertions.fail;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Modality;
import io.perceiver.api.Tokenizer;
import java.util.List;
import java.util.SplittableRandom;

/** Clauses about random changes in training. */
final class AugmentationClauses<C extends Record, T> {
  private static final int SEEDS = 8;
  private final ModalityPluginContract<C, T> contract;
  private final Modality<T> modality;
  private final Augmentation<T, ?> augmentation;
  private final Tokenizer<T> tokenizer;
  private final ByteArraySpec spec;
  private final List<T> examples;

  AugmentationClauses(ModalityPluginContract<C, T> contract) {
    this.contract = contract;
    modality = contract.plugin().create(contract.validConfig());
    augmentation = modality.augmentation();
    tokenizer = modality.tokenizer();
    spec = tokenizer.spec();
    examples = contract.checkedExamples();
  }

  void augmentationChangesExamples() {
    if (contract.augments()) {
      check(
          !augmentation.isNone(),
          () ->
              "isNone() is true: switch augmentation on in validConfig(), or let augments() return"
                  + " false");
      check(changesAny(), () -> "none of " + SEEDS + " generators changed any example");
    } else {
      check(
          augmentation.isNone() || changesAny(),
          () -> "it changes nothing, but isNone() is false: give Augmentation.none()");
    }
  }

  private boolean changesAny() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (T example : examples) {
        Tokens before = Tokens.of(tokenizer, example);
        if (!augmented(example, seed).isSame(before)) {
          return true;
        }
      }
    }
    return false;
  }

  void augmentationRepeats() {
    List<T> again = contract.checkedExamples();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int i = 0; i < examples.size(); i++) {
        augmented(examples.get(i), seed)
            .assertSame(
                "example %d under seed %d, again".formatted(i, seed),
                augmented(again.get(i), seed));
      }
    }
  }

  void augmentationLeavesItsArgument() {
    Fresh<T> fresh = new Fresh<>(contract);
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int i = 0; i < examples.size(); i++) {
        augmentation.augment(examples.get(i), new SplittableRandom(seed));
        fresh.assertUnchanged(i, examples.get(i), "after it was augmented");
      }
    }
  }

  void augmentedExamplesFitTheSpec() {
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int i = 0; i < examples.size(); i++) {
        String what = "example %d under seed %d".formatted(i, seed);
        Tokens tokens = augmented(examples.get(i), seed);
        if (tokens.elements() < 1 || tokens.elements() > spec.maxElements()) {
          fail(
              what
                  + " has "
                  + tokens.elements()
                  + " elements, allowed: 1 to "
                  + spec.maxElements());
        }
        tokens.assertFinite(what);
        tokens.located(spec).assertPositionsInRange(what);
      }
    }
  }

  /** As core prepares an example of a training. */
  private Tokens augmented(T example, long seed) {
    return Augmented.of(modality, example, new SplittableRandom(seed));
  }
}
