package io.perceiver.bench.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.Toy;
import io.perceiver.nn.ModelOutput;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class SubjectTest {
  private final BenchRun run = Toy.run(Path.of("unused"));

  @Test
  void stepsLowerTheLossOfTheBatchAndLeaveNothingBehind() throws IOException {
    try (LoadedSubject subject = subject(7)) {
      double before = loss(subject);
      subject.step();
      int arrays = arrays(subject);
      for (int step = 0; step < 20; step++) {
        StepTimes times = subject.step();
        assertThat(times.total()).isPositive();
      }
      assertThat(loss(subject)).isLessThan(before);
      assertThat(arrays(subject)).isEqualTo(arrays);
    }
  }

  @Test
  void aCheckpointedStepMovesTheModelAsAnyOther() throws IOException {
    try (LoadedSubject kept = subject(7);
        LoadedSubject computedAgain = subject(7)) {
      double before = loss(kept);
      kept.step();
      computedAgain.checkpointedStep();
      assertThat(loss(kept)).isLessThan(before);
      assertThat(loss(computedAgain)).isCloseTo(loss(kept), within(1e-5));
    }
  }

  @Test
  void theSameSeedGivesTheSameBatchAndWeights() throws IOException {
    try (LoadedSubject first = subject(7);
        LoadedSubject same = subject(7);
        LoadedSubject other = subject(8)) {
      assertThat(loss(first)).isEqualTo(loss(same)).isNotEqualTo(loss(other));
    }
  }

  @Test
  void unknownPresetsAreNamedWithThoseThereAre() {
    assertThatThrownBy(() -> ModelOptions.of(null, "small-ish", List.of()).read())
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("small-ish")
        .hasMessageContaining("lucidrains-224");
  }

  @Test
  void aBenchMayHaveAnotherDefaultThatOptionsReplace() {
    ModelOptions options = ModelOptions.orPreset("perceiver-imagenet");
    CommandLine line = new CommandLine(options);
    line.parseArgs();
    assertThat(options.description()).isEqualTo("preset perceiver-imagenet");
    assertThat(line.getUsageMessage()).contains("Default: perceiver-imagenet");
    line.parseArgs("--preset", "lucidrains-224");
    assertThat(options.description()).isEqualTo("preset lucidrains-224");
    line.parseArgs("--config", Toy.config().toString());
    assertThat(options.description()).isEqualTo("toy.yaml");
  }

  @Test
  void optionsSurviveTheWayToAChildProcess() {
    ModelOptions again = new ModelOptions();
    new CommandLine(again)
        .parseArgs(Toy.model().with("model.latents=4").arguments().toArray(String[]::new));
    assertThat(again.read().model().latents()).isEqualTo(4);
  }

  private LoadedSubject subject(long seed) {
    return new LoadedSubject(Toy.model().read(), 4, seed, run.compute());
  }

  /** What is managed for the whole life of the subject. */
  private static int arrays(LoadedSubject subject) {
    return subject
        .batch()
        .targets()
        .values()
        .iterator()
        .next()
        .get(0)
        .target()
        .values()
        .getManager()
        .getManagedArrays()
        .size();
  }

  private double loss(LoadedSubject subject) {
    Model model = subject.model().trainable();
    try (NDManager scratch = run.compute().newManager()) {
      DeviceBatch batch = subject.batch().under(scratch);
      Map<String, NDArray> outputs =
          model.network().outputs(new ParameterStore(scratch, false), batch.inputs(), false);
      double sum = 0;
      for (Map.Entry<String, ModelOutput> output : model.outputs().entrySet()) {
        sum +=
            output
                .getValue()
                .output()
                .loss()
                .perElement(
                    outputs.get(output.getKey()),
                    batch.targets(output.getKey()).get(0).target(),
                    batch.inputs())
                .mean()
                .getFloat();
      }
      return sum;
    }
  }
}
