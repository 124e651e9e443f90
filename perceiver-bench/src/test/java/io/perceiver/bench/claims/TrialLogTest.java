package io.perceiver.bench.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialLogTest {
  @TempDir private Path folder;
  private int trained;

  private Trial trial(TrialLog log, String key, long seed) throws IOException {
    return log.find(
        key,
        seed,
        () -> {
          trained++;
          return new Trial(key, seed, null, 0.5, 0.25, 10, 1.5);
        });
  }

  @Test
  void whatIsFinishedIsNotTrainedAgainByALaterRun() throws IOException {
    Path file = folder.resolve("new").resolve("trials.jsonl");
    Trial first = trial(new TrialLog(file), "a", 1);
    assertThat(trial(new TrialLog(file), "a", 1)).isEqualTo(first);
    assertThat(trained).isEqualTo(1);
    trial(new TrialLog(file), "a", 2);
    trial(new TrialLog(file), "b", 1);
    assertThat(trained).isEqualTo(3);
    assertThat(Files.readAllLines(file)).hasSize(3);
  }

  @Test
  void aTrainingThatFailsLeavesNoLine() {
    Path file = folder.resolve("trials.jsonl");
    assertThatThrownBy(
            () ->
                new TrialLog(file)
                    .find(
                        "a",
                        1,
                        () -> {
                          throw new PerceiverException("diverged");
                        }))
        .hasMessage("diverged");
    assertThat(file).doesNotExist();
  }

  @Test
  void aLineCutShortByAKillIsTrainedAgain() throws IOException {
    Path file = folder.resolve("trials.jsonl");
    trial(new TrialLog(file), "a", 1);
    Files.writeString(file, Files.readString(file) + "{\"key\":\"b\",\"se");
    trial(new TrialLog(file), "b", 1);
    assertThat(trained).isEqualTo(2);
    TrialLog again = new TrialLog(file);
    trial(again, "a", 1);
    trial(again, "b", 1);
    assertThat(trained).isEqualTo(2);
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("trials.jsonl"), "{\"other\": 1}\n");
    assertThatThrownBy(() -> new TrialLog(file))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("trials.jsonl");
  }
}
