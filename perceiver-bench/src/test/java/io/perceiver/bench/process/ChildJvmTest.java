package io.perceiver.bench.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.measure.Spread;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class ChildJvmTest {

  /** Does what its argument says. */
  public static final class Child {
    private Child() {}

    /** Runs as a process. */
    public static void main(String[] arguments) throws InterruptedException {
      switch (arguments[0]) {
        case "tell" -> {
          System.out.println(ChildResult.line("answer", 42.5));
          ChildMemory.tellPeak();
        }
        case "time" -> ChildTimes.tell(Spread.of(List.of(1.0, 2.0, 3.0)));
        case "hang" -> Thread.sleep(600_000);
        case "allocate" -> {
          byte[] large = new byte[1 << 29];
          System.out.println(ChildResult.line("length", large.length));
        }
        default -> {
          System.err.println("I cannot " + arguments[0]);
          System.exit(3);
        }
      }
    }
  }

  private static ChildJvm child(String what) {
    return ChildJvm.of(Child.class, List.of(what));
  }

  @Test
  void aChildTellsFigures() throws IOException {
    ChildResult result = child("tell").run().orThrow("telling");
    assertThat(result.figure("answer")).hasValue(42.5);
    assertThat(result.figure("question")).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aChildTellsItsPeakMemory() throws IOException {
    assertThat(ChildMemory.peak(child("tell").run()).orElseThrow()).isGreaterThan(1 << 20);
  }

  @Test
  void aFailureSaysWhatTheChildComplainedAbout() throws IOException {
    ChildResult result = child("dance").run();
    assertThat(result.isDone()).isFalse();
    assertThat(result.exit()).isEqualTo(3);
    assertThatThrownBy(() -> result.orThrow("dancing"))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("dancing")
        .hasMessageContaining("I cannot dance");
  }

  @Test
  void aChildThatHangsIsEnded() throws IOException {
    ChildJvm hanging =
        new ChildJvm(Child.class, List.of("hang"), Duration.ofSeconds(2), OptionalLong.empty());
    assertThat(hanging.run().exit()).isEqualTo(ChildResult.TIMED_OUT);
  }

  @Test
  void wantOfMemoryIsToldFromOtherMistakes() throws IOException {
    String engine =
        "ai.djl.engine.EngineException: DefaultCPUAllocator: can't allocate memory: you tried to"
            + " allocate 4294967296 bytes. Error code 12 (Cannot allocate memory)";
    assertThat(new ChildResult(1, "", engine).ranOutOfMemory()).isTrue();
    assertThat(new ChildResult(137, "", "").ranOutOfMemory()).isTrue();
    assertThat(child("dance").run().ranOutOfMemory()).isFalse();
  }

  @Test
  void timesComeBackAsTheyWereTold() throws IOException {
    Spread told = ChildTimes.of(child("time").run(), 3).orElseThrow();
    assertThat(told).isEqualTo(new Spread(2, 1.5, 2.5, 1.5, 2.5, 3));
    assertThat(ChildTimes.of(child("tell").run(), 3)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatDoesNotFitEndsAlone() throws IOException {
    ChildJvm small =
        new ChildJvm(
            Child.class, List.of("allocate"), Duration.ofMinutes(5), OptionalLong.of(1L << 29));
    assertThat(small.run().isDone()).isFalse();
  }
}
