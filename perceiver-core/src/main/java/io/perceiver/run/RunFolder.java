package io.perceiver.run;

import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.AtomicFile;
import io.perceiver.internal.run.Checkpoints;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The folder of one run: {@code config.yaml} resolved, {@code manifest.json}, {@code
 * metrics.jsonl}, {@code checkpoints/}; and {@code training.lock}, which one training at a time
 * holds.
 *
 * @param path of the folder
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record RunFolder(Path path) {
  private static final Pattern NUMBERED = Pattern.compile("run-(\\d{1,9})");
  private static final int SHOWN = 5;

  /**
   * Makes the next free {@code run-NNNN} in a folder of runs; never touches an old one.
   *
   * @throws IOException if it cannot be made
   */
  public static RunFolder create(Path runs) throws IOException {
    Files.createDirectories(runs);
    int number = highest(runs) + 1;
    while (true) {
      Path candidate = runs.resolve("run-%04d".formatted(number));
      try {
        return new RunFolder(Files.createDirectory(candidate));
      } catch (FileAlreadyExistsException e) {
        number++;
      }
    }
  }

  private static int highest(Path runs) throws IOException {
    try (Stream<Path> children = Files.list(runs)) {
      return children
          .map(child -> NUMBERED.matcher(child.getFileName().toString()))
          .filter(Matcher::matches)
          .mapToInt(match -> Integer.parseInt(match.group(1)))
          .max()
          .orElse(0);
    }
  }

  /**
   * Opens a run.
   *
   * @throws PerceiverException if the folder is none; says what is missing, and which runs there
   *     are
   */
  public static RunFolder open(Path path) {
    RunFolder folder = new RunFolder(path);
    if (!Files.isDirectory(path)) {
      throw new PerceiverException(
          "There is no run folder " + path.toAbsolutePath().normalize() + "." + others(path));
    }
    List<String> missing =
        Stream.of(folder.config(), folder.manifest(), folder.checkpoints())
            .filter(part -> !Files.exists(part))
            .map(part -> part.getFileName().toString())
            .toList();
    if (!missing.isEmpty()) {
      throw new PerceiverException(
          path.toAbsolutePath().normalize()
              + " is not a run folder: it lacks "
              + String.join(", ", missing)
              + ". A run folder is what 'train' makes, such as runs/run-0001."
              + others(path));
    }
    return folder;
  }

  /** Which runs there are in the place that was named, or near it; nothing where there are none. */
  private static String others(Path path) {
    Path beside = path.toAbsolutePath().normalize().resolveSibling("");
    for (Path folder : List.of(path, beside, beside.resolve("runs"))) {
      List<Path> runs = runsIn(folder);
      if (!runs.isEmpty()) {
        String latest =
            runs.stream()
                .skip(Math.max(0, runs.size() - SHOWN))
                .map(run -> run.getFileName().toString())
                .collect(Collectors.joining(", "));
        String last = runs.size() > SHOWN ? "the last of " + runs.size() + " are " : "";
        return " Runs in " + folder.toAbsolutePath().normalize() + ": " + last + latest + ".";
      }
    }
    return "";
  }

  private static List<Path> runsIn(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> Files.exists(new RunFolder(child).manifest()))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of(); // it is no worse for what was asked than a folder without runs
    }
  }

  /** Its name, such as {@code run-0001}. */
  public String name() {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }

  /** The resolved configuration. */
  public Path config() {
    return path.resolve("config.yaml");
  }

  /** What made this run. */
  public Path manifest() {
    return path.resolve("manifest.json");
  }

  /** One JSON object a line: steps, validations, the test. */
  public Path metrics() {
    return path.resolve("metrics.jsonl");
  }

  /** The checkpoints. */
  public Path checkpoints() {
    return path.resolve("checkpoints");
  }

  /**
   * Returns the checkpoint that was best by validation; the latest if none was validated.
   *
   * @throws PerceiverException if there is none yet
   */
  public Checkpoint best() throws IOException {
    return new Checkpoints(checkpoints(), 1).best();
  }

  /**
   * Returns the latest checkpoint.
   *
   * @throws PerceiverException if there is none yet
   */
  public Checkpoint latest() throws IOException {
    return new Checkpoints(checkpoints(), 1).latest();
  }

  /**
   * Removes a folder whose run failed before its first checkpoint: there is nothing in it to use.
   */
  void deleteUnlessStarted(Exception failure) {
    try (Stream<Path> saved = Files.list(checkpoints())) {
      if (saved.findAny().isPresent()) {
        return;
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Writes a file of the run, whole or not at all. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public void write(Path file, String text) throws IOException {
    AtomicFile.write(file, text);
  }
}
