package io.perceiver.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Modality;
import io.perceiver.internal.run.Checkpoints;
import io.perceiver.run.Checkpoint;
import io.perceiver.train.TrainingState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;

/** Clauses about a model that has the modality as its only one. */
final class NetworkClauses<C extends Record, T> {
  private static final double BATCH_TOLERANCE = 1e-5;
  private static final double PADDING_TOLERANCE = 1e-6;
  private static final double GRADIENT_TOLERANCE = 1e-4;
  private static final double ROUNDING = 1e-7;
  private static final int STEPS = 10;
  private static final int ROUNDS = 8;
  private static final double LEARNED = 0.8;
  private static final long SEED = 7;

  private final ModalityPluginContract<C, T> contract;
  private final Modality<T> modality;
  private final RawExamples<T> examples;

  NetworkClauses(ModalityPluginContract<C, T> contract) {
    this.contract = contract;
    modality = create();
    examples = RawExamples.of(contract.checkedExamples());
  }

  /** By another plugin object, so that models share nothing. */
  private Modality<T> create() {
    return contract.plugin().create(contract.validConfig());
  }

  private TinyModel model() {
    return TinyModel.of(modality, examples, SEED);
  }

  void encodingsKeepTheirShape() {
    Tokens tokens = Tokens.of(modality.tokenizer(), contract.checkedExamples().get(0));
    ByteArraySpec spec = modality.tokenizer().spec();
    ByteArraySpec adapted = modality.inputAdapter().output(spec);
    int channels = adapted.channels() + modality.positionEncoding().channels(adapted);
    boolean same = adapted.maxElements() == spec.maxElements();
    try (TinyModel model = model()) {
      Shape expected = new Shape(1, same ? tokens.elements() : adapted.maxElements(), channels);
      assertEquals(
          expected,
          model.encodedShape(tokens.located(spec)),
          "(batch, index, channel) of the elements with their positions, by what is declared");
    }
  }

  void forwardIsFinite() {
    try (TinyModel model = model()) {
      float[][] outputs = model.outputs(examples.all());
      for (int i = 0; i < outputs.length; i++) {
        new Tokens(1, outputs[i], new float[0]).assertFinite("output for example " + i);
      }
    }
  }

  void everyParameterLearns() throws IOException {
    try (TinyModel model = model();
        TinyTraining training = new TinyTraining(model, examples.all())) {
      training.train(STEPS);
      // who attends to a single element has nothing to choose: queries and keys then rest
      boolean choosing = tokens(modality.tokenizer().spec()).stream().anyMatch(Tokens::isSeveral);
      training.assertAllGradients(choosing ? "" : "input-");
    }
  }

  void garbageCollectionChangesNoGradient() throws IOException {
    try (TinyModel model = model();
        TinyTraining training = new TinyTraining(model, examples.all())) {
      training.train(STEPS); // what begins as 0 lets no gradient through
      Map<String, float[]> expected = training.gradients(() -> {});
      Map<String, float[]> actual = training.gradients(Garbage::collect);
      expected.forEach(
          (name, gradient) ->
              ArrayAssert.assertClose(
                  "gradient of " + name + " after a collection",
                  gradient,
                  Objects.requireNonNull(actual.get(name), name),
                  GRADIENT_TOLERANCE * largest(gradient) + ROUNDING));
    }
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  void trainingLowersTheLoss() throws IOException {
    try (TinyModel model = model();
        TinyTraining training = new TinyTraining(model, examples.all())) {
      double guessing = Math.log(examples.all().size());
      double loss = Double.POSITIVE_INFINITY;
      for (int round = 0; round < ROUNDS; round++) {
        loss = training.train(STEPS);
        if (loss < LEARNED * guessing) {
          return;
        }
      }
      fail(
          "after %d steps it is %.4f; guessing gives %.4f, expected is less than %.4f"
              .formatted(STEPS * ROUNDS, loss, guessing, LEARNED * guessing));
    }
  }

  void savedWeightsGiveTheSame(Path folder) throws IOException {
    float[][] expected;
    Checkpoints checkpoints = new Checkpoints(folder, 1);
    try (TinyModel model = model();
        TinyTraining training = new TinyTraining(model, examples.all())) {
      training.train(2);
      checkpoints.save(model.model(), training.state(), TrainingState.START, true);
      expected = model.outputs(examples.all());
    }
    try (TinyModel model = TinyModel.of(create(), examples, SEED + 1)) {
      checkpoints.latest().loadWeights(Checkpoint.WEIGHTS, model.network());
      assertEqual("after loading, ", expected, model.outputs(examples.all()), 1e-6);
    }
  }

  void batchesEqualTheirExamples() {
    try (TinyModel model = model()) {
      float[][] together = model.outputs(examples.all());
      float[][] alone = new float[together.length][];
      for (int i = 0; i < alone.length; i++) {
        alone[i] = model.outputs(List.of(examples.all().get(i)))[0];
      }
      assertEqual("in the batch, ", alone, together, BATCH_TOLERANCE);
    }
  }

  private static void assertEqual(
      String when, float[][] expected, float[][] actual, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      ArrayAssert.assertClose(when + "output for example " + i, expected[i], actual[i], tolerance);
    }
  }

  void paddingChangesNothing() {
    ByteArraySpec spec = modality.tokenizer().spec();
    assumeTrue(
        modality.inputAdapter().output(spec).maxElements() == spec.maxElements(),
        "the input adapter changes the number of elements, so examples are never padded");
    int longest = tokens(spec).stream().mapToInt(Tokens::elements).max().orElseThrow();
    int length = Math.min(longest + 1, spec.maxElements());
    List<Tokens> all = tokens(spec).stream().filter(tokens -> tokens.elements() < length).toList();
    assumeTrue(
        !all.isEmpty(), "examples have spec().maxElements() elements, so they are never padded");
    try (TinyModel model = model()) {
      for (Tokens tokens : all) {
        ArrayAssert.assertClose(
            "output for %d elements, padded to %d".formatted(tokens.elements(), length),
            model.output(tokens, tokens.elements()),
            model.output(tokens, length),
            PADDING_TOLERANCE);
      }
    }
  }

  void elementOrderChangesNothing() {
    assumeTrue(
        contract.ignoresElementOrder(), "their order matters, as ignoresElementOrder() says");
    ByteArraySpec spec = modality.tokenizer().spec();
    SplittableRandom random = new SplittableRandom(SEED);
    try (TinyModel model = model()) {
      for (Tokens tokens : tokens(spec)) {
        int length = tokens.elements();
        ArrayAssert.assertClose(
            "output for " + length + " shuffled elements",
            model.output(tokens, length),
            model.output(tokens.shuffled(random), length),
            BATCH_TOLERANCE);
      }
    }
  }

  private List<Tokens> tokens(ByteArraySpec spec) {
    return contract.checkedExamples().stream()
        .map(example -> Tokens.of(modality.tokenizer(), example).located(spec))
        .toList();
  }
}
