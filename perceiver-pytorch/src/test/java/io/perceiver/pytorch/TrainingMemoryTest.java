package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.Example;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a step or a prediction takes it gives back, whatever the kind of positions. */
class TrainingMemoryTest {
  private static final int STEPS = 300;
  private static final int WARM = 50;

  /** What is in use after a step. */
  private record Use(int modelArrays, int engineArrays, long residentKilobytes) {

    static Use now(TinyLoop loop) {
      return new Use(loop.arraysOfTheModel(), arraysOfTheEngine(), resident());
    }

    /** The manager above all base managers. */
    private static int arraysOfTheEngine() {
      try (NDManager manager = NDManager.newBaseManager()) {
        return manager.getParentManager().getManagedArrays().size();
      }
    }

    /** 0 where the system does not tell. */
    private static long resident() {
      Path status = Path.of("/proc/self/status");
      try {
        return Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0)
            : 0;
      } catch (IOException e) {
        return 0;
      }
    }
  }

  /** Shared positions with a learned code, shared ones with a fixed code, and scattered ones. */
  private static TinyRun run() {
    List<Example> examples = new ArrayList<>();
    Random random = new Random(1);
    for (Example each : Samples.noise(16, "train")) {
      examples.add(
          new Example(
              each.id(),
              each.split(),
              each.columns(),
              Map.of(
                  "learned", Samples.source(each.id(), Drawn.normal(random, 256).floats()),
                  "fixed", Samples.source(each.id(), Drawn.normal(random, 256).floats()),
                  "scattered", Samples.source(each.id(), Drawn.normal(random, 100).floats()))));
    }
    return TinyRun.of(
            "{batchSize: 8, epochs: 0, averaging: {type: ema}, steps: " + STEPS + "}", examples)
        .with(
            "numbers: {}",
            """
            learned: {plugin: numbers, elements: 128, position: {type: learned, channels: 3}}
              fixed: {plugin: numbers, elements: 128}
              scattered: {plugin: numbers, elements: 60, scattered: true}\
            """);
  }

  @Test
  void threeHundredStepsHoldNoMoreThanFifty() throws IOException {
    TinyRun run = run();
    List<Use> uses = new ArrayList<>();
    try (TinyLoop loop = new TinyLoop(run)) {
      loop.train(
          run.examples(),
          new RunListener() {
            @Override
            public void stepped(StepReport report) {
              uses.add(Use.now(loop));
            }
          });
    }
    assertThat(uses).hasSize(STEPS);
    assertFlat(uses);
  }

  @Test
  void manyEvaluationsHoldNoMoreThanAFew() throws IOException {
    TinyRun run = run();
    List<Use> uses = new ArrayList<>();
    try (TinyLoop loop = new TinyLoop(run)) {
      for (int i = 0; i < STEPS / 2; i++) {
        loop.evaluate(run.examples());
        uses.add(Use.now(loop));
      }
    }
    assertFlat(uses);
  }

  private static void assertFlat(List<Use> uses) {
    Use warm = uses.get(WARM);
    for (Use use : uses.subList(WARM, uses.size())) {
      assertThat(use.modelArrays()).isEqualTo(warm.modelArrays());
      assertThat(use.engineArrays()).isEqualTo(warm.engineArrays());
    }
    // the Java heap is of one size and in memory from the start: see the module's test.jvm
    long allowed = warm.residentKilobytes() * 105 / 100 + 20 * 1024;
    assertThat(uses.get(uses.size() - 1).residentKilobytes()).isLessThanOrEqualTo(allowed);
  }
}
