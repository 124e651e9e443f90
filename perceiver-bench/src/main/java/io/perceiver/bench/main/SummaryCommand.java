package io.perceiver.bench.main;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.report.SummaryPage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verb {@code summary}: one page over all reports of a folder. */
@Command(
    name = SummaryCommand.NAME,
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true,
    description = "Writes one page over all reports of a folder, made of their JSON files.")
final class SummaryCommand implements Callable<Integer> {
  static final String NAME = "summary";

  @Parameters(paramLabel = "FOLDER", description = "Where the reports are, in folders too.")
  private Path folder = Path.of("bench-results");

  @Option(
      names = "--page",
      required = true,
      paramLabel = "FILE",
      description = "The page, a Markdown file; it links to the reports.")
  private Path page = Path.of("summary.md");

  @Option(
      names = "--title",
      paramLabel = "WORDS",
      description = "Of the page. Default: ${DEFAULT-VALUE}.",
      defaultValue = "Results")
  private String title = "Results";

  @Spec private CommandSpec spec = CommandSpec.create();

  /** Creates one for picocli. */
  SummaryCommand() {}

  @Override
  public Integer call() {
    try {
      SummaryPage.of(title, folder).write(page);
      spec.commandLine().getOut().println(page);
      return 0;
    } catch (PerceiverException | IOException e) {
      spec.commandLine().getErr().println("perceiver-bench: " + e.getMessage());
      return 1;
    }
  }
}
