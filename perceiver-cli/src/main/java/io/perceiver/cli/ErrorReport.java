package io.perceiver.cli;

import io.perceiver.api.FaultException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Tells what went wrong: the message alone, and the trace where {@code --verbose} asks for it. */
final class ErrorReport implements CommandLine.IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine command, CommandLine.ParseResult parsed) {
    boolean verbose = parsed.expandedArgs().contains(CommonOptions.VERBOSE);
    PrintWriter err = command.getErr();
    if (exception instanceof Failure failure) {
      err.println("perceiver: " + failure.getMessage());
      if (verbose) {
        failure.printStackTrace(err);
      }
      err.flush();
      return failure.exit().code();
    }
    return internal(exception, verbose, err);
  }

  /** A mistake that is not the user's. */
  static int internal(Throwable mistake, boolean verbose, PrintWriter err) {
    if (mistake instanceof OutOfMemoryError) {
      err.println(
          "perceiver: not enough memory ("
              + mistake.getMessage()
              + "); give it more, such as PERCEIVER_JAVA_OPTIONS=-Xmx8g, or use a smaller"
              + " training.batchSize");
    } else {
      boolean known = mistake instanceof FaultException;
      err.println("perceiver: " + (known ? mistake.getMessage() : "internal error: " + mistake));
      String whose = known ? "a plugin, or of the program" : "the program";
      err.println(
          "This is a mistake of "
              + whose
              + (verbose
                  ? "; please report it with what follows."
                  : "; repeat the command with --verbose for the trace to report."));
    }
    if (verbose) {
      mistake.printStackTrace(err);
    }
    err.flush();
    return ExitCode.INTERNAL.code();
  }
}
