package io.perceiver.cli;

import io.perceiver.api.PerceiverException;
import io.perceiver.demo.DemoDataset;
import io.perceiver.demo.Kind;
import io.perceiver.demo.Outcome;
import io.perceiver.demo.Sense;
import io.perceiver.demo.Senses;
import io.perceiver.demo.Sizes;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.YamlReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Makes the demo data where they are wanted.
 *
 * @param err hears of it
 */
record DemoData(PrintWriter err) {
  /** Where the demo configuration looks for them, in the working folder. */
  static final Path FOLDER = Path.of("demo-data");

  static final long SEED = 1;

  /**
   * An example the demo's model has not seen, as 'predict' takes it.
   *
   * @param modalities of the model; those that are not senses of the demo are left out
   */
  static String testExample(Set<String> modalities) {
    return Arrays.stream(Sense.values())
        .filter(sense -> modalities.contains(sense.label()))
        .map(sense -> sense.label() + "=" + testFile(sense))
        .collect(Collectors.joining(","));
  }

  private static Path testFile(Sense sense) {
    return FOLDER.resolve(sense.folder()).resolve("test").resolve("0001." + sense.extension());
  }

  /** A configuration for these data with the number of classes named, unless it names them. */
  static ConfigNode.Mapping withClasses(ConfigNode.Mapping config) {
    ConfigNode.Mapping count =
        YamlReader.text(
            "heads: {label: {classCount: %d}}".formatted(Kind.values().length),
            "demo data",
            Path.of(""));
    return count.overlay(config);
  }

  /**
   * What share of the demo data can be right at most for whoever has only some of its senses.
   *
   * @param data a data set's folder or manifest
   * @param modalities of the model that is evaluated
   * @return empty where these are other data, or other modalities
   */
  static Optional<ToDoubleFunction<Set<String>>> ceilings(
      Optional<Path> data, Set<String> modalities) {
    boolean known =
        Senses.names().containsAll(modalities)
            && data.map(Path::toAbsolutePath)
                .map(path -> Files.isDirectory(path) ? path : path.getParent())
                .filter(DemoDataset::isIn)
                .isPresent();
    return known ? Optional.of(Senses::ceiling) : Optional.empty();
  }

  /**
   * Makes the usual ones, unless the folder holds a data set, of whatever size, already.
   *
   * @throws Failure if it holds demo data of another version, or something else
   */
  void ensure(Path folder) {
    Failure.as(ExitCode.DATA, () -> DemoDataset.requireCurrent(folder));
    if (!Files.exists(folder.resolve("manifest.csv"))) {
      write(folder, SEED, Sizes.DEFAULT);
    }
  }

  /**
   * Writes a data set.
   *
   * @throws Failure if the folder holds something else or cannot be written
   */
  Outcome write(Path folder, long seed, Sizes sizes) {
    return Failure.as(
        ExitCode.DATA,
        () -> {
          if (Files.notExists(folder)) {
            err.println("Making demo data in " + folder + ": " + sizes.total() + " examples ...");
          }
          try {
            return new DemoDataset(seed, sizes).write(folder, (done, total) -> {});
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PerceiverException("interrupted; nothing was written to " + folder, e);
          }
        });
  }
}
