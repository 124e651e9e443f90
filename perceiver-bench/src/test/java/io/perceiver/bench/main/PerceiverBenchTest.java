package io.perceiver.bench.main;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.report.Report;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Option;

class PerceiverBenchTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Reports its option and the seed. */
  static final class Echo implements Bench {
    @Option(names = "--word")
    private String word = "nothing";

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public String purpose() {
      return "says a word";
    }

    @Override
    public Report run(BenchRun run) {
      if (word.equals("bad")) {
        throw new PerceiverException("no such word: bad");
      }
      return Report.titled("Echo").summary(word + " with seed " + run.seed()).build();
    }
  }

  private int execute(String... arguments) {
    return PerceiverBench.commandLine(
            new Benches(List.of(new Echo())),
            new PrintWriter(out, true),
            new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void listsEveryBench() {
    assertThat(execute("list")).isZero();
    assertThat(out.toString()).contains("echo").contains("says a word");
  }

  @Test
  void listWorksInCapitalsToo() {
    assertThat(execute("LIST")).isZero();
    assertThat(out.toString()).contains("echo");
  }

  @Test
  void withoutANameItSaysWhichThereAre() {
    assertThat(execute()).isEqualTo(2);
    assertThat(err.toString())
        .contains("which bench? './perceiver-bench/run list'", "echo")
        .contains("Usage: ./perceiver-bench/run ");
  }

  @Test
  void aNameThatIsNoBenchsIsAnsweredWithTheCommandAsItIsTyped() {
    assertThat(execute("ehco")).isEqualTo(2);
    assertThat(err.toString()).contains("'ehco'", "Usage: ./perceiver-bench/run ", "echo");
  }

  @Test
  void helpShowsABenchsOwnOptionsAndThoseOfAll() {
    assertThat(execute("echo", "--help")).isZero();
    assertThat(out.toString())
        .contains("Usage: ./perceiver-bench/run echo ")
        .contains("--word")
        .contains("--seed")
        .contains("--out");
  }

  @Test
  void writesPageAndDocumentWithHardwareSeedAndPeak(@TempDir Path folder) {
    int exit =
        execute("echo", "--word", "hello", "--seed", "5", "--threads", "1", "--out", "" + folder);
    assertThat(err.toString()).doesNotContain("error");
    assertThat(exit).isZero();
    assertThat(folder.resolve("echo.md"))
        .content()
        .contains("hello with seed 5")
        .contains("Matrix-product peak of the same run")
        .contains("| seed | 5 |")
        .contains("| processor |");
    assertThat(folder.resolve("echo.json"))
        .content()
        .contains("\"matrixProductPeak\"")
        .contains("\"seed\" : 5")
        .contains("\"threads\" : 1");
  }

  @Test
  void aMistakeIsOneSentenceAndACode(@TempDir Path folder) {
    assertThat(execute("echo", "--word", "bad", "--out", "" + folder)).isEqualTo(1);
    assertThat(err.toString()).contains("no such word: bad").doesNotContain("at io.perceiver");
    assertThat(folder.resolve("echo.md")).doesNotExist();
  }
}
