package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.run.RunFolder;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that is told to end while it trains and predicts ends in good order, at whatever
 * moment. {@code -Dkills=30} tries it more often.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signal that runs shutdown hooks")
class ShutdownTest {
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final int TERMINATED = 128 + 15;
  private static final int LATEST_MILLIS = 1500;

  @TempDir private Path folder;

  @Test
  void aProcessToldToEndLeavesACheckpointAndDoesNotCrash() throws Exception {
    Random moments = new Random();
    for (int i = 0; i < KILLS; i++) {
      int millis = moments.nextInt(LATEST_MILLIS);
      Path home = Files.createDirectory(folder.resolve("kill-" + i));
      assertThat(killed(home, millis))
          .as("exit code, killed after %d ms", millis)
          .isEqualTo(TERMINATED);
      assertThat(crashes(home)).isEmpty();
      Path run = home.resolve("runs/run-0001");
      assertThat(RunFolder.open(run).latest().state().step()).isGreaterThanOrEqualTo(3);
    }
  }

  private static int killed(Path home, int millis) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:-CreateCoredumpOnCrash",
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-cp",
                System.getProperty("java.class.path"),
                UntilKilled.class.getName(),
                "runs")
            .directory(home.toFile())
            .redirectError(home.resolve("errors.txt").toFile())
            .start();
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals(UntilKilled.READY)) {
        line = said.readLine();
      }
      assertThat(line).as(Files.readString(home.resolve("errors.txt"))).isNotNull();
      Thread.sleep(millis);
      process.destroy();
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static List<Path> crashes(Path home) throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.filter(file -> file.getFileName().toString().startsWith("hs_err")).toList();
    }
  }
}
