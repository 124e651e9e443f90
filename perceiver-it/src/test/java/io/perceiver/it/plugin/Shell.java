package io.perceiver.it.plugin;

import io.perceiver.it.distribution.Run;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs commands as someone who types them, with the Java of this test.
 *
 * @param folder where they run
 * @param programs a folder of programs that come first
 * @param variables added to the environment
 */
record Shell(Path folder, Path programs, Map<String, String> variables) {
  /**
   * A Maven build takes minutes where the machine has other work; only what hangs takes as long.
   */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  /** What a build gives the programs it starts, and what would lead another build astray. */
  private static final Set<String> OF_THE_OUTER_BUILD =
      Set.of("MAVEN_ARGS", "MAVEN_BASEDIR", "MAVEN_CMD_LINE_ARGS", "MAVEN_PROJECTBASEDIR");

  /** Keeps its own copy of the variables. */
  Shell {
    variables = Map.copyOf(variables);
  }

  /** Runs one command to its end. */
  Run run(String command) throws IOException {
    Path out = Files.createTempFile("perceiver-it", ".out");
    Path err = Files.createTempFile("perceiver-it", ".err");
    try {
      int exitCode = exitCode(builder(command, out, err));
      return new Run(exitCode, Files.readString(out), Files.readString(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private ProcessBuilder builder(String command, Path out, Path err) {
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", command);
    builder.directory(folder.toFile());
    builder.redirectOutput(out.toFile());
    builder.redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeAll(OF_THE_OUTER_BUILD);
    String java = System.getProperty("java.home");
    environment.put("JAVA_HOME", java);
    environment.merge(
        "PATH",
        programs + File.pathSeparator + Path.of(java, "bin"),
        (path, first) -> first + File.pathSeparator + path);
    environment.putAll(variables);
    return builder;
  }

  private static int exitCode(ProcessBuilder builder) throws IOException {
    Process process = builder.start();
    try {
      process.getOutputStream().close();
      if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(builder.command() + " did not end within " + LIMIT);
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
