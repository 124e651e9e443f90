package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code config} prints what {@code train} reads. */
class ConfigCommandTest {
  @TempDir Path folder;

  @Test
  void printsTheDemoWithEveryKeyExplained() {
    Invocation printed = Invocation.of("config");
    assertThat(printed.exitCode()).as(printed.err()).isZero();
    assertThat(printed.out())
        .contains("# examples of one forward pass (1 to 1048576)\n  batchSize: ")
        .contains("latentChannels: ", "weightDecay: ", "path: ");
  }

  @Test
  void whatItPrintsIsReadBackTheSame() throws IOException {
    Invocation printed = Invocation.of("config");
    Path file = Files.writeString(folder.resolve("printed.yaml"), printed.out());
    assertThat(Invocation.of("config", file.toString()).out()).isEqualTo(printed.out());
  }

  @Test
  void resolvedHasTheValuesAlone() {
    Invocation printed = Invocation.of("config", "--resolved", "--set", "training.epochs=3");
    assertThat(printed.out()).contains("epochs: 3\n").doesNotContain("#");
  }

  @Test
  void aFileThatIsNotThereIsAMissingConfiguration() {
    for (String verb : new String[] {"config", "describe", "train"}) {
      Invocation missing = Invocation.of(verb, folder.resolve("nope.yaml").toString());
      assertThat(missing.exitCode()).as(verb).isEqualTo(ExitCode.CONFIGURATION.code());
      assertThat(missing.err()).contains("nope.yaml");
    }
  }

  @Test
  void laterValuesWin() {
    Invocation printed = Invocation.of("config", "--set", "seed=1", "--set", "seed=2");
    assertThat(printed.out()).contains("\nseed: 2\n");
  }

  @Test
  void presetsBringTheirOwnInput() {
    Invocation printed = Invocation.of("config", "--preset", "perceiver-imagenet");
    assertThat(printed.out()).contains("latents: 512\n", "height: 224\n", "type: lamb\n");
    Invocation points = Invocation.of("config", "--preset", "perceiver-modelnet40");
    assertThat(points.out()).contains("latents: 512\n", "points: 2048\n", "steps: 50000\n");
  }

  @Test
  void unknownPresetsAreAnsweredWithTheNearest() {
    Invocation wrong = Invocation.of("config", "--preset", "perceiver-imagnet");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(wrong.err()).contains("Did you mean 'perceiver-imagenet'?");
  }

  @Test
  void aPresetAndAFileAreTooMuch() {
    Invocation wrong = Invocation.of("config", "x.yaml", "--preset", "small");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE.code());
  }

  @Test
  void missingFilesAreAMistakeOfTheConfiguration() {
    Invocation wrong = Invocation.of("config", folder.resolve("nope.yaml").toString());
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(wrong.err()).contains("nope.yaml: no such file").doesNotContain("\tat ");
  }

  @Test
  void verboseShowsTheTrace() {
    Invocation wrong = Invocation.of("config", "--verbose", folder.resolve("nope.yaml").toString());
    assertThat(wrong.err()).contains("nope.yaml: no such file", "\tat io.perceiver");
  }
}
