package io.perceiver.bench.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Toy;
import io.perceiver.bench.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that only notes what it was asked. */
@DisabledOnOs(OS.WINDOWS)
class StartupBenchTest {
  @TempDir private Path folder;

  private Path distribution(String script) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("distribution/bin"));
    Path program = Files.writeString(bin.resolve("perceiver"), "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return bin.getParent();
  }

  private StartupBench bench(Path distribution) {
    return StartupBench.with(distribution, folder.resolve("run-1"), "a.png");
  }

  @Test
  void startsTheProgramAsAUserDoes() throws IOException {
    Path calls = folder.resolve("calls");
    Report report = bench(distribution("echo \"$*\" >>" + calls)).run(Toy.run(folder));
    assertThat(Files.readAllLines(calls))
        .hasSize(22)
        .containsOnly("--help", "predict " + folder.resolve("run-1") + " a.png");
    assertThat(report.sections().get(0).tables().get(0).rows()).hasSize(2);
  }

  @Test
  void aFailureOfTheProgramIsToldInItsOwnWords() throws IOException {
    StartupBench bench = bench(distribution("echo no such run >&2; exit 5"));
    assertThatThrownBy(() -> bench.run(Toy.run(folder)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("ended with 5")
        .hasMessageContaining("no such run");
  }

  @Test
  void saysWhereTheProgramIsMissing() {
    assertThatThrownBy(() -> bench(folder.resolve("nowhere")).run(Toy.run(folder)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("nowhere")
        .hasMessageContaining("--distribution");
  }
}
