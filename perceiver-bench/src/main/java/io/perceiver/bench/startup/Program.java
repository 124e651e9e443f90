package io.perceiver.bench.startup;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged program, run as a user runs it.
 *
 * @param command its launcher
 * @param folder it runs in
 */
record Program(Path command, Path folder) {

  /**
   * The program of a distribution.
   *
   * @throws PerceiverException if there is none
   */
  static Program of(Path distribution, Path folder) {
    boolean windows = System.getProperty("os.name", "").startsWith("Windows");
    Path command = distribution.resolve("bin").resolve(windows ? "perceiver.cmd" : "perceiver");
    if (!Files.isRegularFile(command)) {
      throw new PerceiverException(
          command
              + " is not there; build the distribution by starting ./perceiver once, or name"
              + " another with --distribution");
    }
    return new Program(command.toAbsolutePath(), folder);
  }

  /**
   * Runs it once.
   *
   * @return the seconds from start to end
   * @throws PerceiverException if it fails; with what it said
   */
  double seconds(List<String> arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(command.toString());
    line.addAll(arguments);
    Path said = Files.createTempFile("perceiver-bench", ".txt");
    try {
      long start = System.nanoTime();
      Process process =
          new ProcessBuilder(line)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      int exit = process.waitFor();
      double seconds = (System.nanoTime() - start) / 1e9;
      if (exit != 0) {
        throw new PerceiverException(
            "perceiver %s ended with %d: %s"
                .formatted(String.join(" ", arguments), exit, Files.readString(said).strip()));
      }
      return seconds;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PerceiverException("interrupted while the program ran", e);
    } finally {
      Files.deleteIfExists(said);
    }
  }
}
