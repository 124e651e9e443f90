package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Help, versions and wrong command lines. */
class PerceiverCommandTest {

  static Set<String> verbs() {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    return PerceiverCommand.commandLine(nowhere, nowhere).getSubcommands().keySet();
  }

  @Test
  void hasTheDocumentedVerbs() {
    assertThat(verbs())
        .containsExactlyInAnyOrder(
            "train",
            "evaluate",
            "predict",
            "check",
            "describe",
            "modalities",
            "synthesize",
            "config",
            "parity");
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbHasAnExampleAndItsExitCodes(String verb) {
    Invocation help = Invocation.of(verb, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.out()).contains("Example:\n  perceiver " + verb, "Exit codes:", "--verbose");
    for (ExitCode exit : ExitCode.values()) {
      assertThat(help.out()).containsPattern("\n +" + exit.code() + " +\\w");
    }
    assertThat(help.err()).isEmpty();
  }

  @Test
  void saysItsVersionAndJavas() {
    Invocation version = Invocation.of("--version");
    assertThat(version.out()).startsWith("perceiver ").contains("Java " + Runtime.version());
  }

  @Test
  void asksForAVerb() {
    Invocation nothing = Invocation.of();
    assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(nothing.err()).contains("which verb?", "train", "--help");
    assertThat(nothing.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"trian", "train --ephocs=3", "evaluate", "synthesize d --train many"})
  void wrongCommandLinesAreRefused(String line) {
    Invocation wrong = Invocation.of(line.split(" "));
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(wrong.err()).startsWith("perceiver: ").contains("--help");
    assertThat(wrong.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"train --device tpu", "train --device gpu:99", "parity d --device gpu:99"})
  void devicesThatAreNotThereAreRefusedByName(String line) {
    Invocation wrong = Invocation.of(line.split(" "));
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.CONFIGURATION.code());
    assertThat(wrong.err()).contains("device: ", line.substring(line.lastIndexOf(' ') + 1), "auto");
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void sizesOutOfRangeAreAMistakeOfTheCommandLine() {
    Invocation wrong = Invocation.of("synthesize", "d", "--train", "0", "--test", "-1");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.USAGE.code());
    assertThat(wrong.err()).contains("2 mistakes", "sizes.train", "sizes.test");
  }
}
