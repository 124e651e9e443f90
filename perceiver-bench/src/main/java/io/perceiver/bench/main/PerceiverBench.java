package io.perceiver.bench.main;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.Bench;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The program {@code perceiver-bench}: a verb for each bench, {@code list} and {@code summary}. */
@Command(
    name = PerceiverBench.CALL,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "list|summary|NAME",
    commandListHeading = "%nBenches:%n",
    description = {
      "Measures this project on this machine. Writes NAME.json, NAME.md and pictures, with hardware,"
          + " versions, seed and the matrix-product peak of the same run.",
      "'"
          + PerceiverBench.CALL
          + " NAME --help' lists a bench's own options; docs/bench.md explains"
          + " them."
    })
public final class PerceiverBench {
  /** How it is called in the sources: the folder has the program's name. */
  static final String CALL = "./perceiver-bench/run";

  private static final int FAILED = 1;
  private static final int USAGE = 2;
  private static final String LIST = "list";

  /** Creates one for picocli. */
  PerceiverBench() {}

  /** Runs the program and ends the JVM: 0 done, 1 failed, 2 wrong command line. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(commandLine(Benches.all(), out, err).execute(arguments));
  }

  /** The command line over these benches. */
  static CommandLine commandLine(Benches benches, PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new PerceiverBench());
    line.addSubcommand(LIST, listing(benches));
    line.addSubcommand(new SummaryCommand());
    benches.byName().values().forEach(bench -> line.addSubcommand(bench.name(), verb(bench)));
    line.setOut(out);
    line.setErr(err);
    line.setSubcommandsCaseInsensitive(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionStrategy(PerceiverBench::execute);
    line.setExecutionExceptionHandler(PerceiverBench::failed);
    return line;
  }

  private static CommandSpec listing(Benches benches) {
    CommandSpec spec = CommandSpec.wrapWithoutInspection(benches);
    spec.usageMessage().description("Lists every bench with what it measures.");
    return spec;
  }

  /** A bench's own options, and those that all have. */
  private static CommandSpec verb(Bench bench) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(bench);
    spec.name(bench.name());
    spec.usageMessage().description(bench.purpose() + ".").sortOptions(false).autoWidth(true);
    spec.addMixin("run", CommandSpec.forAnnotatedObject(new RunOptions()));
    spec.mixinStandardHelpOptions(true);
    return spec;
  }

  private static int execute(CommandLine.ParseResult parsed) {
    Integer help = CommandLine.executeHelpRequest(parsed);
    if (help != null) {
      return help;
    }
    if (!parsed.hasSubcommand()) {
      throw new ParameterException(
          parsed.commandSpec().commandLine(),
          "which bench? '%s %s' says what each measures; there are %s"
              .formatted(
                  CALL, LIST, String.join(", ", parsed.commandSpec().subcommands().keySet())));
    }
    CommandSpec chosen = parsed.subcommand().commandSpec();
    PrintWriter out = chosen.commandLine().getOut();
    if (chosen.userObject() instanceof Benches benches) {
      benches.byName().forEach((name, bench) -> out.printf("%-12s %s%n", name, bench.purpose()));
      return 0;
    }
    if (chosen.userObject() instanceof SummaryCommand summary) {
      return summary.call();
    }
    return run(chosen, out);
  }

  private static int run(CommandSpec chosen, PrintWriter out) {
    CommandSpec shared = Objects.requireNonNull(chosen.mixins().get("run"), "run");
    RunOptions options = (RunOptions) shared.userObject();
    PrintWriter err = chosen.commandLine().getErr();
    try {
      new BenchRunner(options, err::println).run((Bench) chosen.userObject()).forEach(out::println);
      return 0;
    } catch (PerceiverException | IOException | UncheckedIOException e) {
      err.println("perceiver-bench: " + e.getMessage());
      return e instanceof InvalidSpecException ? USAGE : FAILED;
    }
  }

  private static int failed(
      Exception mistake, CommandLine command, CommandLine.ParseResult parsed) {
    command.getErr().println("perceiver-bench: internal error: " + mistake);
    mistake.printStackTrace(command.getErr());
    return FAILED;
  }
}
