package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.run.Checkpoint;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunResult;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import io.perceiver.train.ValidationReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Averages of the weights: what they are, and where they stand for the weights. */
class AveragingTest {
  private static final List<Example> EIGHT = Samples.noise(8, "train");
  private static final String TRAINING =
      "{batchSize: 4, epochs: 6, optimizer: {type: adamw, learningRate: 3e-2}, averaging: %s}";
  private static final String EMA = "{type: ema, decay: 0.9}";
  private static final String NONE = "{type: none}";

  @TempDir private Path folder;

  private static TinyRun run(String averaging, List<Example> examples) {
    return TinyRun.of(TRAINING.formatted(averaging), examples);
  }

  @ParameterizedTest
  @CsvSource({"0.9, true", "0.9, false", "0.2, true"})
  void theyAreTheExponentialAverageOfEveryStep(double decay, boolean warmup) throws IOException {
    String averaging = "{type: ema, decay: %s, warmup: %s}".formatted(decay, warmup);
    try (TinyLoop loop = new TinyLoop(run(averaging, EIGHT))) {
      Map<String, double[]> byHand = new TreeMap<>();
      loop.weights().forEach((name, values) -> byHand.put(name, doubles(values)));
      loop.train(
          EIGHT,
          new RunListener() {
            @Override
            public void stepped(StepReport report) {
              double step = report.state().step();
              double kept = warmup ? Math.min(decay, (1 + step) / (10 + step)) : decay;
              loop.weights().forEach((name, values) -> average(byHand.get(name), values, kept));
            }
          });
      assertThat(byHand).isNotEmpty();
      byHand.forEach(
          (name, expected) ->
              Closeness.assertClose(
                  name, doubles(loop.remembered().get("average/" + name)), expected, 1e-6));
    }
  }

  private static void average(double[] average, float[] values, double kept) {
    for (int i = 0; i < average.length; i++) {
      average[i] = kept * average[i] + (1 - kept) * values[i];
    }
  }

  private static double[] doubles(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }

  private static List<Example> withValidation() {
    List<Example> examples = new ArrayList<>(EIGHT);
    examples.addAll(Samples.noise(6, "validation"));
    examples.addAll(Samples.noise(5, "test"));
    return examples;
  }

  private static final class Heard implements RunListener {
    private final List<Double> losses = new ArrayList<>();
    private final List<ValidationReport> validations = new ArrayList<>();

    @Override
    public void stepped(StepReport report) {
      losses.add(report.loss());
    }

    @Override
    public void validated(ValidationReport report) {
      validations.add(report);
    }
  }

  private static SortedMap<String, float[]> weights(Checkpoint checkpoint, String set)
      throws IOException {
    try (TinyLoop loop = new TinyLoop(run(NONE, EIGHT))) {
      checkpoint.loadWeights(set, loop.model().network());
      return loop.weights();
    }
  }

  @Test
  void trainingItselfGoesOnAsWithoutThem() throws IOException {
    Heard without = new Heard();
    Heard with = new Heard();
    RunResult plain = run(NONE, withValidation()).train(folder.resolve("plain"), without);
    RunResult averaged = run(EMA, withValidation()).train(folder.resolve("averaged"), with);
    assertThat(with.losses).isEqualTo(without.losses);
    Checkpoint checkpoint = latest(averaged);
    SortedMap<String, float[]> expected = weights(latest(plain), Checkpoint.WEIGHTS);
    weights(checkpoint, Checkpoint.WEIGHTS)
        .forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
    assertThat(weights(checkpoint, Checkpoint.AVERAGES).get("trunk.latents.vectors"))
        .isNotEqualTo(expected.get("trunk.latents.vectors"));
  }

  private static Checkpoint latest(RunResult result) throws IOException {
    return result.folder().latest();
  }

  /** Evaluates a checkpoint as a configuration says. */
  private static EvaluationResult evaluated(TinyRun run, Checkpoint checkpoint, String split)
      throws IOException {
    Injector injector = run.injector();
    try (PerceiverModel model =
        injector
            .getInstance(ModelAssembler.class)
            .load(injector.getInstance(RunConfig.class), checkpoint)) {
      List<Example> examples =
          run.examples().stream().filter(each -> each.split().equals(split)).toList();
      return model.evaluate(examples, new BadExamples(BadExamplePolicy.FAIL), done -> {});
    }
  }

  @Test
  void validationTheTestAndALoadedModelUseThem() throws IOException {
    Heard heard = new Heard();
    TinyRun run = run(EMA, withValidation());
    RunResult result = run.train(folder, heard);
    ValidationReport last = heard.validations.get(heard.validations.size() - 1);
    Checkpoint latest = latest(result);
    double averaged = evaluated(run, latest, "validation").loss();
    assertThat(last.result().loss()).isEqualTo(averaged);
    assertThat(evaluated(run(NONE, withValidation()), latest, "validation").loss())
        .as("of the weights themselves")
        .isNotEqualTo(averaged);

    Checkpoint best = result.folder().best();
    assertThat(result.test().orElseThrow().loss()).isEqualTo(evaluated(run, best, "test").loss());
  }

  @Test
  void theBestCheckpointIsTheirs() throws IOException {
    Heard heard = new Heard();
    RunResult result = run(EMA, withValidation()).train(folder, heard);
    ValidationReport best =
        heard.validations.stream().filter(ValidationReport::best).reduce((a, b) -> b).orElseThrow();
    assertThat(result.folder().best().state().step()).isEqualTo(best.state().step());
  }

  @Test
  void beforeTheFirstStepTheyAreTheWeights() throws IOException {
    try (TinyLoop loop = new TinyLoop(run(EMA, EIGHT))) {
      loop.over("tiny", EIGHT);
      loop.weights()
          .forEach(
              (name, values) ->
                  assertThat(loop.remembered().get("average/" + name)).isEqualTo(values));
    }
  }

  @Test
  void aRunThatKeptNoneSaysSo() throws IOException {
    RunResult plain = run(NONE, EIGHT).train(folder);
    assertThatThrownBy(() -> evaluated(run(EMA, EIGHT), latest(plain), "train"))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("has no averages")
        .hasMessageContaining("training.averaging");
  }
}
