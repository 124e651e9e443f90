package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {

  @Test
  void whatLibrariesPrintStaysOutOfTheResults() {
    PrintStream before = System.out;
    ByteArrayOutputStream results = new ByteArrayOutputStream();
    System.setOut(new PrintStream(results, true, StandardCharsets.UTF_8));
    try {
      PrintStream own = StandardOutput.keep();
      System.out.println("a library talks");
      System.out.print("without end ".repeat(10_000));
      own.println("the result");
    } finally {
      System.setOut(before);
    }
    assertThat(results.toString(StandardCharsets.UTF_8).strip()).isEqualTo("the result");
  }
}
