package io.perceiver.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.nn.Parameter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.internal.nn.Weights;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Clauses about a model that has the modality twice. */
final class FusionClauses<C extends Record, T> {
  private static final String LEFT = "left";
  private static final String RIGHT = "right";
  private static final int STEPS = 5;
  private static final double TOLERANCE = 1e-5;

  private final Map<String, Modality<T>> modalities;
  private final RawExamples<T> examples = new RawExamples<>();

  FusionClauses(ModalityPluginContract<C, T> contract) {
    List<T> raw = contract.checkedExamples();
    examples.add(Map.of(LEFT, raw.get(0), RIGHT, raw.get(1)));
    examples.add(Map.of(LEFT, raw.get(1), RIGHT, raw.get(0)));
    examples.add(Map.of(LEFT, raw.get(0)));
    examples.add(Map.of(RIGHT, raw.get(1)));
    // one plugin object makes both, as in a program
    ModalityPlugin<C, T> plugin = contract.plugin();
    modalities =
        Map.of(
            LEFT, examples.readBy(plugin.create(contract.validConfig())),
            RIGHT, examples.readBy(plugin.create(contract.validConfig())));
  }

  void twoOfAKindFuse() throws IOException {
    try (TinyModel model = TinyModel.of(modalities, examples.all().size(), 1);
        TinyTraining training = new TinyTraining(model, examples.all())) {
      Map<String, Parameter> parameters = Weights.named(model.network());
      assertEquals(
          parameters.size(),
          new HashSet<>(parameters.values()).size(),
          () -> "left and right share parameters: " + parameters.keySet());
      training.train(STEPS);
      float[][] together = model.outputs(examples.all());
      for (int i = 0; i < together.length; i++) {
        ArrayAssert.assertClose(
            "output for example " + i + " of left and right, in a batch",
            model.outputs(List.of(examples.all().get(i)))[0],
            together[i],
            TOLERANCE);
      }
    }
  }
}
