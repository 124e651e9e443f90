package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Positions;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.api.position.NoPositions;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.Perceiver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The byte array is a set: order, padding and what is masked mean nothing (Perceiver §3.2). */
class SetInvarianceTest {
  private final NDManager manager = NDManager.newBaseManager();
  private final Random random = new Random(2);
  private final Perceiver network = Networks.ofPoints(manager);
  private final NDArray content = Drawn.normal(random, 2, 6, 3).in(manager);
  private final NDArray positions = Drawn.normal(random, 2, 6, 2).in(manager).tanh();

  @AfterEach
  void close() {
    manager.close();
  }

  private float[] latents(ByteArray bytes) {
    return Networks.latents(network, Map.of("points", bytes));
  }

  private NDArray take(NDArray array, long... indices) {
    NDArray flat = array.transpose(1, 0, 2).get(manager.create(indices));
    return flat.transpose(1, 0, 2);
  }

  private NDArray mask(boolean... oneExample) {
    boolean[] both = new boolean[2 * oneExample.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = oneExample[i % oneExample.length];
    }
    return manager.create(both, new Shape(2, oneExample.length));
  }

  @Test
  void elementsMayComeInAnyOrderWithTheirPositions() {
    long[] order = {4, 2, 0, 5, 1, 3};
    Closeness.assertClose(
        "latents",
        latents(new ByteArray(take(content, order), take(positions, order), null)),
        latents(new ByteArray(content, positions, null)),
        1e-5);
  }

  @Test
  void aGridsElementsMayComeInAnyOrderWithTheirPositions() {
    try (NDManager own = NDManager.newBaseManager()) {
      Perceiver both = Networks.ofBoth(own);
      Positions grid = Positions.grid(3, 2);
      NDArray values = Drawn.normal(random, 2, 6, 2).in(manager);
      NDArray places = manager.create(grid.values(), new Shape(1, 6, 2)).repeat(0, 2);
      long[] order = {5, 0, 3, 1, 4, 2};
      Closeness.assertClose(
          "latents",
          Networks.latents(
              both, Map.of("grid", new ByteArray(take(values, order), take(places, order), null))),
          Networks.latents(both, Map.of("grid", new ByteArray(values, null, null))),
          1e-5);
    }
  }

  /** What an image model makes of a picture, and what it learns from it. */
  private record Learned(float[] logits, Map<String, float[]> gradients) {}

  private Learned learned(Perceiver classifier, ByteArray picture) {
    StepParameters leaves = new StepParameters(manager);
    NDArray logits;
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      logits = classifier.forward(leaves, Map.of("image", picture), true).output("label");
      leaves.backward(collector, logits.square().sum());
    }
    Map<Parameter, NDArray> given = leaves.gradients();
    Map<String, float[]> gradients = new TreeMap<>();
    Weights.named(classifier)
        .forEach(
            (name, parameter) ->
                gradients.put(
                    name, Objects.requireNonNull(given.get(parameter), name).toFloatArray()));
    return new Learned(logits.toFloatArray(), gradients);
  }

  /**
   * The paper's permuted pixels (Perceiver §4.1): nothing is lost, nothing is learned otherwise.
   */
  @Test
  void aPictureWithFourierPositionsIsTheSameInAnyOrder() {
    int side = 12;
    try (NDManager own = NDManager.newBaseManager()) {
      Perceiver classifier =
          Perceiver.builder()
              .grid("image", 3, FourierFeatures.of(4), side, side)
              .trunk(Networks.trunk())
              .head("label", ClassificationHead.of(5))
              .build()
              .initialize(own, 5);
      int elements = side * side;
      NDArray pixels = Drawn.normal(random, 2, elements, 3).in(manager);
      NDArray places =
          manager
              .create(Positions.grid(side, side).values(), new Shape(1, elements, 2))
              .repeat(0, 2);
      List<Long> shuffled = new ArrayList<>(LongStream.range(0, elements).boxed().toList());
      Collections.shuffle(shuffled, random);
      long[] order = shuffled.stream().mapToLong(Long::longValue).toArray();
      Learned plain = learned(classifier, new ByteArray(pixels, null, null));
      Learned permuted =
          learned(classifier, new ByteArray(take(pixels, order), take(places, order), null));
      Closeness.assertClose("logits", permuted.logits(), plain.logits(), 1e-5);
      plain
          .gradients()
          .forEach(
              (name, gradient) ->
                  Closeness.assertClose(
                      "gradient of " + name,
                      Objects.requireNonNull(permuted.gradients().get(name)),
                      gradient,
                      1e-4));
      Learned misplaced = learned(classifier, new ByteArray(take(pixels, order), null, null));
      assertThat(Closeness.largestDifference(misplaced.logits(), plain.logits()))
          .isGreaterThan(1e-3);
    }
  }

  @Test
  void positionsMatter() {
    long[] order = {4, 2, 0, 5, 1, 3};
    assertThat(
            Closeness.largestDifference(
                latents(new ByteArray(take(content, order), positions, null)),
                latents(new ByteArray(content, positions, null))))
        .isGreaterThan(1e-3);
  }

  @Test
  void whatIsMaskedHasNoEffect() {
    NDArray mask = mask(true, true, false, true, false, true);
    NDArray other = content.duplicate();
    other.set(new NDIndex(":, 2"), 100f);
    other.set(new NDIndex(":, 4"), -7f);
    float[] before = latents(new ByteArray(content, positions, mask));
    assertThat(latents(new ByteArray(other, positions, mask))).isEqualTo(before);
    assertThat(Closeness.largestDifference(latents(new ByteArray(other, positions, null)), before))
        .isGreaterThan(1e-3);
  }

  @Test
  void paddingHasNoEffect() {
    NDArray short4 = take(content, 0, 1, 2, 3);
    NDArray places4 = take(positions, 0, 1, 2, 3);
    float[] unpadded = latents(new ByteArray(short4, places4, null));
    Closeness.assertClose(
        "padded by 2",
        latents(new ByteArray(content, positions, mask(true, true, true, true, false, false))),
        unpadded,
        1e-6);
  }

  @Test
  void aShorterExampleHasTheFirstOfTheSharedPositions() {
    try (NDManager own = NDManager.newBaseManager()) {
      Perceiver both = Networks.ofBoth(own);
      NDArray first4 = Drawn.normal(random, 2, 4, 2).in(manager);
      NDArray places = manager.create(Positions.grid(3, 2).values(), new Shape(1, 6, 2));
      float[] shared = Networks.latents(both, Map.of("grid", new ByteArray(first4, null, null)));
      NDArray given = places.get(":, 0:4").repeat(0, 2);
      Closeness.assertClose(
          "with the same positions given",
          shared,
          Networks.latents(both, Map.of("grid", new ByteArray(first4, given, null))),
          1e-6);
      NDArray padded = first4.concat(manager.ones(new Shape(2, 2, 2)), 1);
      Closeness.assertClose(
          "padded by 2",
          Networks.latents(
              both,
              Map.of(
                  "grid", new ByteArray(padded, null, mask(true, true, true, true, false, false)))),
          shared,
          1e-6);
    }
  }

  @Test
  void elementsMayBeNothingButTheirPositions() {
    try (NDManager own = NDManager.newBaseManager()) {
      ModalityInput bare =
          ModalityInput.of(ByteArraySpec.scattered(6, 0, "nothing", 2), FourierFeatures.of(2, 6));
      Perceiver places =
          Perceiver.builder()
              .modality("points", bare)
              .trunk(Networks.trunk())
              .build()
              .initialize(own, 5);
      NDArray none = manager.zeros(new Shape(2, 6, 0));
      float[] latents =
          Networks.latents(places, Map.of("points", new ByteArray(none, positions, null)));
      NDArray moved = positions.mul(0.5f);
      assertThat(
              Closeness.largestDifference(
                  latents,
                  Networks.latents(places, Map.of("points", new ByteArray(none, moved, null)))))
          .isGreaterThan(1e-3);
    }
  }

  @Test
  void aModalityWithNeitherContentNorPositionsIsRefused() {
    Perceiver.Builder builder =
        Perceiver.builder()
            .modality(
                "points",
                ModalityInput.of(ByteArraySpec.scattered(6, 0, "nothing", 2), new NoPositions()));
    assertThatThrownBy(builder::build)
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("'points'")
        .hasMessageContaining("position encoding");
  }

  @Test
  void anExampleWithNothingInItGivesFiniteNumbers() {
    boolean[] flags = new boolean[12];
    Arrays.fill(flags, 0, 6, true);
    NDArray mask = manager.create(flags, new Shape(2, 6));
    float[] latents = latents(new ByteArray(content, positions, mask));
    for (float value : latents) {
      assertThat(value).isFinite();
    }
    float[] whole = latents(new ByteArray(content, positions, null));
    int half = latents.length / 2;
    Closeness.assertClose(
        "the other example", Arrays.copyOf(latents, half), Arrays.copyOf(whole, half), 1e-6);
  }
}
