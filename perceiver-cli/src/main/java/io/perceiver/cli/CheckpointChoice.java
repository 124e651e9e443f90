package io.perceiver.cli;

import io.perceiver.api.PerceiverException;
import io.perceiver.internal.run.Checkpoints;
import io.perceiver.run.Checkpoint;
import io.perceiver.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a checkpoint by what the command line calls it.
 *
 * @param run whose checkpoints these are
 */
record CheckpointChoice(RunFolder run) {

  /**
   * The checkpoint {@code best}, {@code latest}, or of a folder's name.
   *
   * @throws PerceiverException if there is none; lists those there are
   */
  Checkpoint named(String name) throws IOException {
    Checkpoints checkpoints = new Checkpoints(run.checkpoints(), 1);
    return switch (name) {
      case "best" -> checkpoints.best();
      case "latest" -> checkpoints.latest();
      default -> folder(name);
    };
  }

  private Checkpoint folder(String name) throws IOException {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new PerceiverException(
          "%s has no checkpoint '%s'; it has %s, and best and latest name one of them"
              .formatted(run.path(), name, names.isEmpty() ? "none" : String.join(", ", names)));
    }
    return new Checkpoint(run.checkpoints().resolve(name));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> children = Files.list(run.checkpoints())) {
      return children
          .filter(Files::isDirectory)
          .map(child -> String.valueOf(child.getFileName()))
          .filter(name -> name.matches("step-\\d+"))
          .sorted()
          .toList();
    }
  }
}
