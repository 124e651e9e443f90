package io.perceiver.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One call of the program in this JVM.
 *
 * @param exitCode it would end with
 * @param out what it printed as its result
 * @param err what it printed besides
 */
record Invocation(int exitCode, String out, String err) {

  static Invocation of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        PerceiverCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments);
    return new Invocation(exitCode, out.toString(), err.toString());
  }
}
