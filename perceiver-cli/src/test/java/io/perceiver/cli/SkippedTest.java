package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.data.BadExample;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of what was left out. */
class SkippedTest {

  private static List<String> printed(List<BadExample> examples) {
    StringWriter text = new StringWriter();
    new Skipped(examples).print(new PrintWriter(text, true));
    return text.toString().lines().toList();
  }

  @Test
  void aFileIsNamedOnce() {
    assertThat(printed(List.of(new BadExample("a.png", "image", "a.png: is empty"))))
        .containsExactly("Skipped 1 example that could not be read:", "  a.png (image): is empty");
    assertThat(printed(List.of(new BadExample("row 2", "image", "a.png: is empty"))))
        .endsWith("  row 2 (image): a.png: is empty");
  }

  @Test
  void theFirstTenAreListedAndAllAreCounted() {
    List<BadExample> many =
        IntStream.range(0, 12).mapToObj(i -> new BadExample("e" + i, "image", "x")).toList();
    assertThat(printed(many))
        .hasSize(12)
        .startsWith("Skipped 12 examples that could not be read:")
        .endsWith("  and 2 more");
    assertThat(printed(List.of())).isEmpty();
  }
}
