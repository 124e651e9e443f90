package io.perceiver.cli;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.WorkInterruptedException;
import io.perceiver.cli.predict.WrongArgumentsException;
import io.perceiver.internal.files.MalformedFileException;
import io.perceiver.internal.plugin.DisabledPluginException;
import io.perceiver.internal.plugin.UnknownPluginException;
import io.perceiver.train.DivergedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Something the user can mend went wrong, and it is known what it concerns. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final Pattern CONFIGURATION_KEY =
      Pattern.compile("(seed|device|precision|model|fusion|modalities|heads|data|training)[.:]");

  private final ExitCode exit;

  private Failure(ExitCode exit, Exception cause) {
    super(Sentences.of(cause), cause);
    this.exit = exit;
  }

  /** How the program ends because of it. */
  ExitCode exit() {
    return exit;
  }

  /** Creates one with a sentence of the command line's own. */
  static Failure of(ExitCode exit, String message) {
    return new Failure(exit, new PerceiverException(message));
  }

  /** Something that reads or computes. */
  @FunctionalInterface
  interface Work<T> {
    /** Does it. */
    T run() throws IOException;
  }

  /** Something that reads or computes and returns nothing. */
  @FunctionalInterface
  interface Action {
    /** Does it. */
    void run() throws IOException;
  }

  /**
   * Does something whose mistakes are of one kind.
   *
   * @param exit what a mistake means, unless its type says something else
   * @throws Failure if it goes wrong in a way the user can mend
   */
  static <T> T as(ExitCode exit, Work<T> work) {
    try {
      return work.run();
    } catch (UnknownPluginException | DisabledPluginException e) {
      throw new Failure(ExitCode.CONFIGURATION, e);
    } catch (DivergedException e) {
      throw new Failure(ExitCode.DIVERGED, e);
    } catch (MalformedFileException e) {
      throw new Failure(ExitCode.RUN, e); // only checkpoints are files of ours
    } catch (WorkInterruptedException e) {
      throw new Failure(ExitCode.INTERRUPTED, e);
    } catch (PerceiverException | IOException | UncheckedIOException e) {
      throw new Failure(concerned(exit, e), e);
    }
  }

  /** An unreadable example is found deep inside a training, and so is a name no one has. */
  private static ExitCode concerned(ExitCode exit, Exception mistake) {
    if (mistake instanceof WrongArgumentsException) {
      return ExitCode.USAGE;
    }
    if (mistake instanceof UnreadableExampleException
        || mistake.getCause() instanceof UnreadableExampleException) {
      return ExitCode.DATA;
    }
    return exit == ExitCode.DATA
            && mistake instanceof InvalidSpecException invalid
            && invalid.problems().stream().allMatch(p -> CONFIGURATION_KEY.matcher(p).lookingAt())
        ? ExitCode.CONFIGURATION
        : exit;
  }

  /** The same for something that returns nothing. */
  static void as(ExitCode exit, Action action) {
    as(
        exit,
        () -> {
          action.run();
          return exit;
        });
  }
}
