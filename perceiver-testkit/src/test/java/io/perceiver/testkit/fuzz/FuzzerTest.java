package io.perceiver.testkit.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class FuzzerTest {
  private static final byte[] SEED = {1, 2, 3, 4, 5, 6, 7, 8};
  private static final Duration SHORT = Duration.ofMillis(100);

  private final Fuzzer fuzzer = new Fuzzer(List.of(SEED), UnaryOperator.identity(), 1 << 20);

  private static void refuseAllButTheSeed(byte[] file) throws UnreadableExampleException {
    if (!Arrays.equals(file, SEED)) {
      throw new UnreadableExampleException("a", "damaged");
    }
  }

  @Test
  void aReaderThatRefusesDamagePasses() throws InterruptedException {
    fuzzer.run(SHORT, FuzzerTest::refuseAllButTheSeed);
  }

  @Test
  void aCaseIsTheSameEveryTime() {
    assertThat(fuzzer.bytes(0)).isEqualTo(SEED);
    for (int n = 1; n < 200; n++) {
      assertThat(fuzzer.bytes(n)).isEqualTo(fuzzer.bytes(n));
    }
    assertThat(fuzzer.bytes(1)).isNotEqualTo(fuzzer.bytes(2));
  }

  @Test
  void anotherExceptionIsAFindingWithItsBytes() {
    assertThatThrownBy(
            () ->
                fuzzer.run(
                    SHORT,
                    file -> {
                      refuseAllButTheSeed(file.length < 8 ? file : SEED);
                      if (file[7] != 8) {
                        throw new IndexOutOfBoundsException("seven");
                      }
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("IndexOutOfBoundsException: seven; the file in Base64: ");
  }

  @Test
  void tooMuchMemoryIsAFinding() {
    assertThatThrownBy(() -> fuzzer.run(SHORT, file -> assertThat(new byte[2 << 20]).isNotNull()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("case 0")
        .hasMessageContaining("bytes allocated");
  }

  @Test
  void aHangIsAFinding() {
    AtomicBoolean stopped = new AtomicBoolean();
    try {
      assertThatThrownBy(
              () ->
                  fuzzer.run(
                      SHORT,
                      file -> {
                        while (!stopped.get()) {
                          Thread.onSpinWait();
                        }
                      }))
          .isInstanceOf(AssertionError.class)
          .hasMessageContaining("case 0, 8 bytes, hangs");
    } finally {
      stopped.set(true);
    }
  }

  @Test
  void aRefusedSeedIsAFinding() {
    assertThatThrownBy(
            () ->
                fuzzer.run(
                    SHORT,
                    file -> {
                      throw new UnreadableExampleException("a", "never");
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a good file is refused");
  }
}
