package io.perceiver.cli;

import java.util.List;

/**
 * What may be said of a run that goes on: nothing that would make its result another one.
 *
 * @param options of the command line
 */
record ResumeRules(ConfigOptions options) {
  private static final List<String> ALLOWED =
      List.of("data.", "device=", "training.epochs=", "training.steps=");

  /**
   * Checks the command line.
   *
   * @throws Failure if it asks for another configuration
   */
  void check() {
    if (options.file().isPresent()) {
      throw Failure.of(
          ExitCode.USAGE,
          "--resume goes on with a run's own configuration; leave out " + options.file().get());
    }
    if (!options.only().isEmpty()) {
      throw Failure.of(
          ExitCode.USAGE, "--resume goes on with a run's own modalities; leave out --only");
    }
    for (String assignment : options.set()) {
      if (ALLOWED.stream().noneMatch(assignment::startsWith)) {
        throw Failure.of(
            ExitCode.USAGE,
            "--set "
                + assignment
                + ": a run goes on as it was started; only data.*, device, training.epochs and"
                + " training.steps can be set. Start a new run for other values");
      }
    }
  }
}
