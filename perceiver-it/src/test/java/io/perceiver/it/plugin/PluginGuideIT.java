package io.perceiver.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.it.distribution.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Does what the guide says, from {@code mvn package} to a prediction. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the guide's commands are for a Unix shell")
class PluginGuideIT {

  @Test
  void whatTheGuideSaysHappens() throws IOException {
    PluginGuide guide = PluginGuide.read();
    StrangersMachine machine = StrangersMachine.of(guide);
    Shell shell = machine.shell();
    for (GuideBlock block : guide.blocks()) {
      if (block.isSession()) {
        for (GuideCommand command : block.commands()) {
          command.check(shell.run("{ " + command.command() + "; } 2>&1"));
        }
      }
    }
    assertContractWasRun(machine.project());
    // no sense alone tells the four classes of the fused model apart: by chance it gets half of
    // them
    for (String run : new String[] {"run-0001", "run-0002"}) {
      assertThat(accuracy(shell.run("perceiver evaluate --json runs/" + run)))
          .as(run)
          .isGreaterThan(0.8);
    }
  }

  /** A contract of which nothing ran would be kept by everyone. */
  private static void assertContractWasRun(Path project) throws IOException {
    Path reports = project.resolve("target/surefire-reports");
    try (Stream<Path> files = Files.list(reports)) {
      Path report =
          files
              .filter(file -> file.toString().endsWith("TimeseriesContractTest.txt"))
              .findFirst()
              .orElseThrow();
      assertThat(report)
          .content()
          .containsPattern("Tests run: [3-9]\\d, Failures: 0, Errors: 0, Skipped: 0");
    }
  }

  private static double accuracy(Run run) throws IOException {
    assertThat(run.exitCode()).as(run.err()).isZero();
    JsonNode json = new ObjectMapper().readTree(run.lastLine());
    return json.path("accuracy").asDouble(-1);
  }
}
