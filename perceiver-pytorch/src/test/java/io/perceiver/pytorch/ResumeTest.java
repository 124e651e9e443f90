package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Injector;
import io.perceiver.Extensions;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.config.RunConfig;
import io.perceiver.run.Checkpoint;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is stopped and goes on is the run that was never stopped. */
class ResumeTest {
  /** 12 examples in batches of 4: 3 steps an epoch, 12 in all. */
  private static final String FOUR_EPOCHS =
      "{batchSize: 4, epochs: 4, optimizer: {type: adamw, learningRate: 1e-2}}";

  @TempDir private Path folder;

  private static List<Example> examples() {
    List<Example> examples = new ArrayList<>(Samples.noise(12, "train"));
    examples.addAll(Samples.noise(5, "validation"));
    return examples;
  }

  private static final class Losses implements RunListener {
    private final List<Double> all = new ArrayList<>();

    @Override
    public void stepped(StepReport report) {
      all.add(report.loss());
    }
  }

  /** Trains and stops after so many steps. */
  private static RunResult stopped(TinyRun run, Path runs, int after, RunListener... listeners)
      throws IOException {
    AtomicReference<Training> training = new AtomicReference<>();
    RunListener stops =
        new RunListener() {
          @Override
          public void stepped(StepReport report) {
            if (report.state().step() == after) {
              training.get().stop();
            }
          }
        };
    RunListener[] all = new RunListener[listeners.length + 1];
    all[0] = stops;
    System.arraycopy(listeners, 0, all, 1, listeners.length);
    Injector injector = run.injector(Extensions.listeners(all));
    training.set(injector.getInstance(Training.class));
    return training.get().run(injector.getInstance(RunConfig.class), runs);
  }

  private static Path latest(RunResult result) throws IOException {
    return result.folder().latest().folder();
  }

  private void assertResumes(TinyRun run, int after, String... more) throws IOException {
    Losses uninterrupted = new Losses();
    RunResult whole = run.train(folder.resolve("whole"), uninterrupted);

    Losses first = new Losses();
    RunResult cut = stopped(run, folder.resolve("cut" + after), after, first);
    assertThat(cut.outcome().stopped()).isTrue();
    assertThat(cut.outcome().state().step()).isEqualTo(after);
    assertThat(cut.test()).isEmpty();
    Losses second = new Losses();
    RunResult resumed = run.resume(RunFolder.open(cut.folder().path()), second);

    List<Double> together = new ArrayList<>(first.all);
    together.addAll(second.all);
    assertThat(together).isEqualTo(uninterrupted.all);
    List<String> files = new ArrayList<>(List.of(more));
    files.addAll(List.of("weights.safetensors", "optimizer.safetensors", "state.json"));
    for (String file : files) {
      assertThat(latest(resumed).resolve(file)).hasSameBinaryContentAs(latest(whole).resolve(file));
    }
  }

  @Test
  void stoppedInsideAnEpoch() throws IOException {
    assertResumes(TinyRun.of(FOUR_EPOCHS, examples()), 5);
  }

  @Test
  void stoppedAtTheEndOfAnEpoch() throws IOException {
    assertResumes(TinyRun.of(FOUR_EPOCHS, examples()), 6);
  }

  @Test
  void stoppedInsideAnEpochOfAccumulatedBatches() throws IOException {
    // 6 batches an epoch in groups of 4 and 2: two steps an epoch
    String training =
        "{batchSize: 2, accumulation: 4, epochs: 3, optimizer: {type: lamb, learningRate: 1e-2}}";
    assertResumes(TinyRun.of(training, examples()), 3);
  }

  @Test
  void stoppedInsideAnEpochOfAveragedWeights() throws IOException {
    String training =
        "{batchSize: 4, epochs: 4, optimizer: {type: sgd, momentum: 0.9, learningRate: 1e-2},"
            + " averaging: {type: ema, decay: 0.7}}";
    assertResumes(TinyRun.of(training, examples()), 5, "averages.safetensors");
  }

  @Test
  void stoppedInsideAnEpochOfAFusionThatHidesModalitiesAndElements() throws IOException {
    List<Example> pairs = new ArrayList<>();
    for (Example example : examples()) {
      SourceRecord source = example.sources().get("numbers");
      pairs.add(
          new Example(
              example.id(),
              example.split(),
              example.columns(),
              Map.of("left", source, "right", source)));
    }
    TinyRun fusion =
        TinyRun.of(FOUR_EPOCHS, pairs)
            .with(
                "numbers: {}",
                "{left: {plugin: numbers}, right: {plugin: numbers}}\n"
                    + "fusion:\n"
                    + "  modalityDropout: {left: 0.4, right: 0.4}\n"
                    + "  tokenMasking: {left: 0.3}");
    assertResumes(fusion, 5);
  }

  @Test
  void anotherThreadsStopLeavesACheckpointThatLoads() throws Exception {
    TinyRun run =
        TinyRun.of("{batchSize: 4, epochs: 0, steps: 1000000}", Samples.noise(12, "train"));
    CountDownLatch running = new CountDownLatch(3);
    Injector injector =
        run.injector(
            Extensions.listeners(
                new RunListener() {
                  @Override
                  public void stepped(StepReport report) {
                    running.countDown();
                  }
                }));
    Training training = injector.getInstance(Training.class);
    Thread stopper =
        new Thread(
            () -> {
              try {
                running.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              training.stop();
            });
    stopper.start();
    RunResult result = training.run(injector.getInstance(RunConfig.class), folder);
    stopper.join();
    assertThat(result.outcome().stopped()).isTrue();
    Checkpoint latest = result.folder().latest();
    latest.verify();
    assertThat(latest.state()).isEqualTo(result.outcome().state());
    try (TinyLoop other = new TinyLoop(run)) {
      latest.loadWeights(Checkpoint.WEIGHTS, other.model().network());
    }
  }

  @Test
  void aTrainingStoppedBeforeItStartsTakesNoStep() throws IOException {
    TinyRun run = TinyRun.of(FOUR_EPOCHS, examples());
    Losses losses = new Losses();
    Injector injector = run.injector(Extensions.listeners(losses));
    Training training = injector.getInstance(Training.class);
    training.stop();
    assertThat(training.run(injector.getInstance(RunConfig.class), folder).outcome().stopped())
        .isTrue();
    assertThat(losses.all).isEmpty();
  }

  @Test
  void otherDataIsRefused() throws IOException {
    TinyRun run = TinyRun.of(FOUR_EPOCHS, examples());
    RunResult cut = stopped(run, folder, 2);
    TinyRun other = new TinyRun(run.yaml(), Samples.noise(11, "train"));
    assertThatThrownBy(() -> other.resume(cut.folder()))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("run-0001 was trained on other data");
    assertThat(Files.exists(cut.folder().checkpoints())).isTrue();
  }
}
