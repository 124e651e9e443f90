package io.perceiver.cli;

/**
 * What may be said of a run that goes on: nothing that would make its result another one.
 *
 * @param options of the command line
 */
record ResumeRules(ConfigOptions options) {

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
      if (!assignment.startsWith("data.") && !assignment.startsWith("device=")) {
        throw Failure.of(
            ExitCode.USAGE,
            "--set "
                + assignment
                + ": a run goes on as it was started; only data.* and device can be set. Start a"
                + " new run for other values");
      }
    }
  }
}
