package io.perceiver.it.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The distribution the build made, and how to run it. Immutable.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code plugins}
 * @param environment what is added to the environment of every run
 * @param timeLimit after which a run is ended and counts as failed
 */
public record Distribution(Path home, Map<String, String> environment, Duration timeLimit) {

  /** Keeps its own copy of the environment. */
  public Distribution {
    environment = Map.copyOf(environment);
  }

  /**
   * Finds the distribution in perceiver-cli, runs limited to two minutes.
   *
   * @throws IllegalStateException if it has not been built
   */
  public static Distribution built() {
    String place =
        System.getProperty("perceiver.distribution", "../perceiver-cli/target/perceiver");
    Path home = Path.of(place).toAbsolutePath().normalize();
    if (!Files.isRegularFile(home.resolve("bin/perceiver"))) {
      throw new IllegalStateException("No distribution in " + home + "; './mvnw verify' makes it.");
    }
    return new Distribution(home, Map.of(), Duration.ofMinutes(2));
  }

  /** The same with another environment variable, such as {@code PERCEIVER_JAVA_OPTIONS}. */
  public Distribution with(String variable, String value) {
    Map<String, String> more = new HashMap<>(environment);
    more.put(variable, value);
    return new Distribution(home, more, timeLimit);
  }

  /** The same with another limit to the time a run may take. */
  public Distribution within(Duration limit) {
    return new Distribution(home, environment, limit);
  }

  /** The script that starts the program on this system. */
  public Path launcher() {
    boolean windows = System.getProperty("os.name").startsWith("Windows");
    return home.resolve(windows ? "bin/perceiver.cmd" : "bin/perceiver");
  }

  /**
   * Runs the program to its end.
   *
   * @param workingFolder where it runs
   * @param arguments of the command line, each as it is
   * @throws IOException if it cannot be started
   */
  public Run run(Path workingFolder, String... arguments) throws IOException {
    return run(launcher(), workingFolder, arguments);
  }

  /** The same by another path to the launcher, such as a link to it. */
  Run run(Path launcher, Path workingFolder, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    // files, not pipes: a full pipe that no one reads would stop the program
    Path out = Files.createTempFile("perceiver-it", ".out");
    Path err = Files.createTempFile("perceiver-it", ".err");
    try {
      int exitCode = exitCode(builder(command, workingFolder, out, err));
      return new Run(exitCode, Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private ProcessBuilder builder(List<String> command, Path folder, Path out, Path err) {
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.directory(folder.toFile());
    builder.redirectOutput(out.toFile());
    builder.redirectError(err.toFile());
    builder.environment().remove("PERCEIVER_JAVA_OPTIONS");
    builder.environment().putAll(environment);
    return builder;
  }

  private int exitCode(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(timeLimit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(builder.command() + " did not end within " + timeLimit);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for " + builder.command(), e);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}
