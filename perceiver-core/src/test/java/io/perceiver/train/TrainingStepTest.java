package io.perceiver.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.TargetArray;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.api.position.LearnedPositions;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.RestoringHead;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.ModalityInput;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TrainingStepTest {
  private static final int ELEMENTS = 6;
  private static final int CHANNELS = 2;
  private static final int AXES = 2;
  private static final String POINTS = "points";
  private static final StepOptions UNCLIPPED =
      new StepOptions(0, false, 1, name -> 1, GradientExchange.NONE);

  private final NDManager manager = NDManager.newBaseManager(Devices.HOST);
  private final Compute compute = new Compute(Devices.HOST, DataType.FLOAT32, new PlainKernels());

  @AfterEach
  void close() {
    manager.close();
  }

  private Perceiver network(Map<String, Head> heads, PositionEncoding encoding) {
    ByteArraySpec spec = ByteArraySpec.scattered(ELEMENTS, CHANNELS, "numbers", AXES);
    Perceiver.Builder builder =
        Perceiver.builder()
            .modality(POINTS, ModalityInput.of(spec, encoding))
            .trunk(PerceiverConfig.lucidrains(1, 4, 16))
            .fusion(FusionConfig.DEFAULT.withTokenMasking(Map.of(POINTS, 0.5), false))
            .kernels(compute.kernels());
    heads.forEach(builder::head);
    return builder.build().initialize(manager, 7);
  }

  private Model restoring(boolean hiddenOnly, PositionEncoding encoding) {
    Map<String, Head> heads = Map.of("scene", new RestoringHead(POINTS, hiddenOnly));
    return Model.of(network(heads, encoding), heads, compute);
  }

  private static PositionEncoding fourier() {
    return FourierFeatures.of(2, 10);
  }

  /** Examples of one to six elements, some hidden, some without a class. */
  private DeviceBatch batch(int from, int to) {
    int size = to - from;
    float[] content = new float[size * ELEMENTS * CHANNELS];
    float[] places = new float[size * ELEMENTS * AXES];
    boolean[] real = new boolean[size * ELEMENTS];
    boolean[] hidden = new boolean[size * ELEMENTS];
    long[] ids = new long[size];
    float[] weights = new float[size];
    for (int row = 0; row < size; row++) {
      Random random = new Random(from + row);
      int count = 1 + random.nextInt(ELEMENTS);
      for (int i = row * ELEMENTS; i < row * ELEMENTS + count; i++) {
        real[i] = true;
        hidden[i] = random.nextBoolean();
        for (int c = 0; c < CHANNELS; c++) {
          content[i * CHANNELS + c] = (float) random.nextGaussian();
        }
        for (int axis = 0; axis < AXES; axis++) {
          places[i * AXES + axis] = random.nextFloat() * 2 - 1;
        }
      }
      ids[row] = random.nextInt(3);
      weights[row] = random.nextInt(4) == 0 ? 0 : 1;
    }
    Shape index = new Shape(size, ELEMENTS);
    ByteArray points =
        new ByteArray(
            manager.create(content, index.add(CHANNELS)),
            manager.create(places, index.add(AXES)),
            manager.create(real, index),
            manager.create(hidden, index));
    TargetArray kind =
        TargetArray.of(
            manager.create(ids, new Shape(size)), manager.create(weights, new Shape(size)));
    TargetArray elements =
        new TargetArray(
            points.content(), points.positions(), points.mask(), manager.ones(new Shape(size)));
    return new DeviceBatch(
        Map.of(POINTS, points),
        Map.of(
            "scene.kind", List.of(MixedTarget.whole(kind)),
            "scene.content", List.of(MixedTarget.whole(elements))));
  }

  /** The gradients that a step hands to its optimiser, and its result. */
  private final class Recorded {
    private final Map<String, float[]> gradients = new TreeMap<>();
    private final Map<String, Double> factors = new TreeMap<>();
    private final StepResult result;

    Recorded(Model model, StepOptions options, List<DeviceBatch> group) {
      Optimizer recording =
          (updates, rate, state) ->
              updates.forEach(
                  update -> {
                    gradients.put(update.name(), update.gradient().toFloatArray());
                    factors.put(update.name(), update.rateFactor());
                  });
      OptimizerState state = new OptimizerState(manager);
      result = new TrainingStep(model, recording, state, options).take(0, 1, group);
    }

    void assertCloseTo(Recorded other, double tolerance) {
      assertThat(gradients.keySet()).isEqualTo(other.gradients.keySet());
      gradients.forEach(
          (name, values) ->
              assertThat(values)
                  .as(name)
                  .containsExactly(other.gradients.get(name), within((float) tolerance)));
    }
  }

  private Recorded record(Model model, DeviceBatch... group) {
    return new Recorded(model, UNCLIPPED, List.of(group));
  }

  @Test
  void fourRaggedBatchesOfEightAreOneOfThirtyTwo() {
    for (boolean hiddenOnly : List.of(false, true)) {
      Model model = restoring(hiddenOnly, fourier());
      Recorded whole = record(model, batch(0, 32));
      Recorded parts = record(model, batch(0, 8), batch(8, 16), batch(16, 24), batch(24, 32));
      assertThat(parts.result.loss()).isCloseTo(whole.result.loss(), within(1e-6));
      assertThat(parts.result.losses().keySet())
          .containsExactlyInAnyOrder("scene.kind", "scene.content");
      parts.assertCloseTo(whole, 1e-6);
    }
  }

  @Test
  void theLossIsTheWeightedSumOfTheOutputs() {
    Model model = restoring(false, fourier());
    Map<String, ModelOutput> outputs = new LinkedHashMap<>();
    model
        .outputs()
        .forEach(
            (name, output) ->
                outputs.put(
                    name, new ModelOutput(output.head(), output.output(), 3 * output.weight())));
    StepResult once = record(model, batch(0, 8)).result;
    StepResult thrice = record(new Model(model.network(), outputs, compute), batch(0, 8)).result;
    double kind = once.losses().get("scene.kind");
    double content = once.losses().get("scene.content");
    assertThat(once.loss()).isCloseTo(kind + 0.5 * content, within(1e-6));
    assertThat(thrice.loss()).isCloseTo(3 * once.loss(), within(1e-5));
    assertThat(thrice.losses()).isEqualTo(once.losses());
  }

  /** Central differences over the encoding's own vectors, through trunk and head at once. */
  @Test
  void aBorrowedEncodingIsOneParameterWhoseGradientsAddUp() {
    Model model = restoring(false, new LearnedPositions(3, 0.5));
    String name = "input-points.positions.vectors";
    assertThat(Weights.named(model.network().block()).keySet())
        .filteredOn(parameter -> parameter.contains("vectors") && !parameter.contains("latents"))
        .containsExactly(name);
    float[] gradient = record(model, batch(0, 8)).gradients.get(name);
    var parameter = Weights.named(model.network().block()).get(name);
    float[] values = parameter.getArray().toFloatArray();
    float step = 1e-2f;
    for (int i : new int[] {0, 4, 17}) {
      float[] moved = values.clone();
      moved[i] += step;
      Weights.put(moved, parameter);
      double above = record(model, batch(0, 8)).result.loss();
      moved[i] -= 2 * step;
      Weights.put(moved, parameter);
      double below = record(model, batch(0, 8)).result.loss();
      Weights.put(values, parameter);
      assertThat((double) gradient[i]).isCloseTo((above - below) / (2 * step), within(2e-3));
    }
  }

  @Test
  void activationCheckpointingGivesTheSameGradients() {
    Model model = restoring(true, new LearnedPositions(3, 0.5));
    StepOptions recomputing = new StepOptions(0, true, 1, name -> 1, GradientExchange.NONE);
    new Recorded(model, recomputing, List.of(batch(0, 8)))
        .assertCloseTo(record(model, batch(0, 8)), 1e-6);
  }

  /** Two targets of a mixed example: the loss is their mixture, as of a soft target. */
  @Test
  void aMixedExampleLearnsBothTargetsByTheirShares() {
    Map<String, Head> heads = Map.of("label", ClassificationHead.of(3));
    Model model = Model.of(network(heads, fourier()), heads, compute);
    Map<String, ByteArray> inputs = batch(0, 2).inputs();
    NDArray ones = manager.ones(new Shape(2));
    TargetArray first = TargetArray.of(manager.create(new long[] {0, 1}), ones);
    TargetArray second = TargetArray.of(manager.create(new long[] {2, 2}), ones);
    double ofFirst = loss(model, inputs, List.of(MixedTarget.whole(first)));
    double ofSecond = loss(model, inputs, List.of(MixedTarget.whole(second)));
    double mixed =
        loss(
            model,
            inputs,
            List.of(
                new MixedTarget(first, manager.create(new float[] {0.25f, 0.25f})),
                new MixedTarget(second, manager.create(new float[] {0.75f, 0.75f}))));
    assertThat(mixed).isCloseTo(0.25 * ofFirst + 0.75 * ofSecond, within(1e-6));
  }

  private double loss(Model model, Map<String, ByteArray> inputs, List<MixedTarget> targets) {
    return record(model, new DeviceBatch(inputs, Map.of("label", targets))).result.loss();
  }

  @Test
  void partsOfAModelLearnAtRatesOfTheirOwn() {
    Model model = restoring(false, fourier());
    StepOptions options =
        UNCLIPPED.withRateFactor(
            name -> name.startsWith("head-") ? 10 : name.contains("cross") ? 0 : 1);
    Recorded recorded = new Recorded(model, options, List.of(batch(0, 8)));
    assertThat(recorded.factors.keySet()).noneMatch(name -> name.contains("cross"));
    assertThat(recorded.factors).containsEntry("head-scene.ofLatents", 10.0);
    assertThat(recorded.factors).containsEntry("trunk.latents.vectors", 1.0);
  }

  @Test
  void aRateThatIsNotARateIsRefused() {
    Model model = restoring(false, fourier());
    StepOptions options = UNCLIPPED.withRateFactor(name -> name.contains("cross") ? -1 : 1);
    assertThatThrownBy(() -> new Recorded(model, options, List.of(batch(0, 8))))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("the rate factor of 'trunk.")
        .hasMessageContaining("-1.0");
    TrainingStep step =
        new TrainingStep(
            model, (updates, rate, state) -> {}, new OptimizerState(manager), UNCLIPPED);
    assertThatThrownBy(() -> step.take(0, Double.NaN, List.of()))
        .hasMessageContaining("the learning rate is NaN");
  }

  @Test
  void gradientsAreExchangedBeforeTheyAreClippedAndParametersAfterTheUpdate() {
    Model model = restoring(false, fourier());
    List<String> calls = new ArrayList<>();
    GradientExchange exchange =
        new GradientExchange() {
          @Override
          public void gradients(List<ParameterUpdate> updates) {
            updates.forEach(update -> update.gradient().muli(1e6f));
            calls.add("gradients");
          }

          @Override
          public void parameters(long step, List<ParameterUpdate> updates) {
            calls.add("parameters " + step);
          }
        };
    StepOptions options = new StepOptions(1, false, 1, name -> 1, exchange);
    Recorded recorded = new Recorded(model, options, List.of(batch(0, 8)));
    assertThat(calls).containsExactly("gradients", "parameters 0");
    assertThat(recorded.result.gradientNorm()).isGreaterThan(1000);
    double squares = 0;
    for (float[] gradient : recorded.gradients.values()) {
      for (float value : gradient) {
        squares += value * value;
      }
    }
    assertThat(Math.sqrt(squares)).isCloseTo(1, within(1e-3));
  }

  @Test
  void aGroupWithoutTargetsChangesNothing() {
    Model model = restoring(true, fourier());
    DeviceBatch whole = batch(0, 8);
    ByteArray points = whole.inputs().get(POINTS);
    DeviceBatch none =
        new DeviceBatch(
            Map.of(POINTS, new ByteArray(points.content(), points.positions(), points.mask())),
            Map.of("scene.content", whole.targets("scene.content")));
    Recorded recorded = record(model, none);
    assertThat(recorded.gradients).isEmpty();
    assertThat(recorded.result.isFinite()).isTrue();
    assertThat(recorded.result.losses()).isEmpty();
  }

  @Test
  void anOutputThatDoesNotFitItsTargetIsNamed() {
    Map<String, Head> heads = Map.of("label", ClassificationHead.of(3));
    Model model = Model.of(network(heads, fourier()), heads, compute);
    DeviceBatch whole = batch(0, 2);
    DeviceBatch wrong =
        new DeviceBatch(whole.inputs(), Map.of("label", whole.targets("scene.content")));
    assertThatThrownBy(() -> record(model, wrong))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining(
            "head 'label': its loss cannot compare output (2, 3) with target (2, 6, 2)");
  }

  /** Nothing of a step stays with the model, whatever it is made of. */
  @Test
  void aStepLeavesNothingBehind() {
    Model model = restoring(false, new LearnedPositions(3, 0.5));
    DeviceBatch first = batch(0, 8);
    DeviceBatch second = batch(8, 16);
    record(model, first, second);
    int before = manager.getManagedArrays().size();
    for (int i = 0; i < 5; i++) {
      record(model, first, second);
    }
    assertThat(manager.getManagedArrays()).hasSize(before);
  }

  @Test
  void aModelWithoutHeadsCannotBeTrained() {
    Model model = Model.of(network(Map.of(), fourier()), Map.of(), compute);
    assertThatThrownBy(() -> record(model, batch(0, 2)))
        .hasMessage("a model without heads has no loss to lower; give it a head");
  }
}
