package io.perceiver.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.internal.run.RunManifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {
  @TempDir private Path runs;

  @Test
  void runsAreNumberedAfterTheHighestThereIs() throws IOException {
    assertThat(RunFolder.create(runs).name()).isEqualTo("run-0001");
    Files.createDirectory(runs.resolve("run-0041"));
    Files.writeString(runs.resolve("run-x"), "not a run");
    assertThat(RunFolder.create(runs).name()).isEqualTo("run-0042");
    assertThat(RunFolder.create(runs).name()).isEqualTo("run-0043");
  }

  @Test
  void theFolderOfRunsIsMadeWhereItIsMissing() throws IOException {
    assertThat(RunFolder.create(runs.resolve("a/b")).path()).isEmptyDirectory();
  }

  @Test
  void runsThatStartAtOnceGetFoldersOfTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<RunFolder>> work = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        work.add(() -> RunFolder.create(runs));
      }
      List<String> names = new ArrayList<>();
      for (Future<RunFolder> made : threads.invokeAll(work)) {
        names.add(made.get().name());
      }
      assertThat(names).doesNotHaveDuplicates().hasSize(20);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aFolderThatIsNoRunIsRefusedWithWhatItLacks() throws IOException {
    Path folder = Files.createDirectory(runs.resolve("photos"));
    Files.writeString(folder.resolve("config.yaml"), "seed: 1");
    assertThatThrownBy(() -> RunFolder.open(folder))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("photos is not a run folder: it lacks manifest.json, checkpoints");
    assertThatThrownBy(() -> RunFolder.open(runs.resolve("run-0009")))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("There is no run folder")
        .hasMessageContaining("run-0009");
  }

  @Test
  void runsThatAreThereAreNamedWhereOneIsNot() throws IOException {
    for (int i = 1; i <= 6; i++) {
      Files.writeString(RunFolder.create(runs.resolve("runs")).manifest(), "{}");
    }
    Files.createDirectory(runs.resolve("runs/run-0007")); // began, and is not a run yet
    String known = "runs: the last of 6 are run-0002, run-0003, run-0004, run-0005, run-0006.";
    for (String wrong : List.of("runs/run-0009", "runs", "run-0001")) {
      assertThatThrownBy(() -> RunFolder.open(runs.resolve(wrong)))
          .as(wrong)
          .hasMessageEndingWith(known);
    }
    assertThatThrownBy(() -> RunFolder.open(runs.resolve("no/where/run-0009")))
        .hasMessageEndingWith("run-0009.");
  }

  @Test
  void aDamagedManifestIsNamed() throws IOException {
    RunFolder folder = RunFolder.create(runs);
    Files.writeString(folder.manifest(), "{\"format\": ");
    assertThatThrownBy(() -> RunManifest.read(folder))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("manifest.json is damaged");
    Files.writeString(folder.manifest(), "{\"format\": 99, \"seed\": 1}");
    assertThatThrownBy(() -> RunManifest.read(folder))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("manifest.json is of format 99; this version reads 1");
  }
}
