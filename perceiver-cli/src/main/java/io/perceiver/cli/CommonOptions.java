package io.perceiver.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every verb has: {@code --verbose}, and somewhere to write. */
final class CommonOptions {
  static final String VERBOSE = "--verbose";

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec verb;

  /** Takes effect at once, before anything logs. */
  @Option(names = VERBOSE, description = "Log more, and show the trace of what goes wrong.")
  void verbose(boolean wanted) {
    if (wanted) {
      Installation.logMore();
    }
  }

  /** Standard output: results and nothing else. */
  PrintWriter out() {
    return Objects.requireNonNull(verb).commandLine().getOut();
  }

  /** Standard error: progress and messages. */
  PrintWriter err() {
    return Objects.requireNonNull(verb).commandLine().getErr();
  }

  /** Prints one JSON object on one line of standard output. */
  void json(Object object) {
    try {
      out().println(JsonMapper.builder().build().writeValueAsString(object));
      out().flush();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON: " + object, e);
    }
  }
}
