package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDManager;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a step takes it gives back. */
class TrainingMemoryTest {
  private static final int STEPS = 300;
  private static final int WARM = 50;

  /** What is in use after a step. */
  private record Use(int modelArrays, int systemArrays, long residentKilobytes) {}

  @Test
  void threeHundredStepsHoldNoMoreThanFifty() throws IOException {
    TinyRun run =
        TinyRun.of("{batchSize: 8, epochs: 0, steps: " + STEPS + "}", Samples.noise(16, "train"));
    List<Use> uses = new ArrayList<>();
    try (TinyLoop loop = new TinyLoop(run)) {
      loop.train(
          run.examples(),
          new RunListener() {
            @Override
            public void stepped(StepReport report) {
              uses.add(
                  new Use(
                      loop.arraysOfTheModel(),
                      arraysOfTheEngine(),
                      residentKilobytes()));
            }
          });
    }
    assertThat(uses).hasSize(STEPS);
    Use warm = uses.get(WARM);
    for (Use use : uses.subList(WARM, STEPS)) {
      assertThat(use.modelArrays()).isEqualTo(warm.modelArrays());
      assertThat(use.systemArrays()).isEqualTo(warm.systemArrays());
    }
    long allowed = warm.residentKilobytes() * 105 / 100 + 20 * 1024;
    assertThat(uses.get(STEPS - 1).residentKilobytes()).isLessThanOrEqualTo(allowed);
  }

  /** The manager above all base managers. */
  private static int arraysOfTheEngine() {
    try (NDManager manager = NDManager.newBaseManager()) {
      return manager.getParentManager().getManagedArrays().size();
    }
  }

  /** 0 where the system does not tell. */
  private static long residentKilobytes() {
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
