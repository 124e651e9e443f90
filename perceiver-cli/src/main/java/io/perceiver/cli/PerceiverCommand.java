package io.perceiver.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program {@code perceiver}. */
@Command(
    name = "perceiver",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    synopsisSubcommandLabel = "VERB",
    commandListHeading = "%nVerbs:%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    footerHeading = "%nExample:%n",
    description = "Trains Perceivers (Jaegle et al. 2021) on images and whatever a plugin reads.",
    footer = {
      "  perceiver train",
      "trains a small model on demo data that it makes, and says how to go on. 'perceiver VERB"
          + " --help' explains a verb."
    },
    subcommands = {
      TrainCommand.class,
      EvaluateCommand.class,
      PredictCommand.class,
      DescribeCommand.class,
      CheckCommand.class,
      ModalitiesCommand.class,
      SynthesizeCommand.class,
      ConfigCommand.class,
      ParityCommand.class
    })
public final class PerceiverCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** Creates one for picocli. */
  PerceiverCommand() {}

  /** Runs the program and ends the JVM with a documented {@link ExitCode}. */
  public static void main(String[] arguments) {
    Installation.prepare();
    System.exit(run(arguments));
  }

  private static int run(String[] arguments) {
    PrintWriter out = new PrintWriter(StandardOutput.keep(), true, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    try {
      return commandLine(out, err).execute(arguments);
    } catch (Error e) { // out of memory, a broken installation: also then a message and a code
      boolean verbose = Arrays.asList(arguments).contains(CommonOptions.VERBOSE);
      return ErrorReport.internal(e, verbose, err);
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** The command line, writing to these. */
  static CommandLine commandLine(PrintWriter out, PrintWriter err) {
    CommandLine line = new CommandLine(new PerceiverCommand());
    line.setOut(out);
    line.setErr(err);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setExecutionExceptionHandler(new ErrorReport());
    line.setParameterExceptionHandler(PerceiverCommand::usage);
    documentExitCodes(line);
    return line;
  }

  private static void documentExitCodes(CommandLine line) {
    line.getCommandSpec().usageMessage().exitCodeList(ExitCode.documented());
    line.getSubcommands().values().forEach(PerceiverCommand::documentExitCodes);
  }

  private static int usage(ParameterException mistake, String[] arguments) {
    CommandLine verb = mistake.getCommandLine();
    PrintWriter err = verb.getErr();
    err.println("perceiver: " + mistake.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(mistake, err);
    err.println("Try '" + verb.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  @Override
  public void run() {
    CommandSpec command = java.util.Objects.requireNonNull(spec);
    throw new ParameterException(
        command.commandLine(),
        "which verb? One of " + String.join(", ", command.subcommands().keySet()));
  }
}
