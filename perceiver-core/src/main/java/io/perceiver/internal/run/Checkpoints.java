package io.perceiver.internal.run;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.AtomicFile;
import io.perceiver.internal.files.AtomicFolder;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.CheckpointSink;
import io.perceiver.internal.train.WeightAverages;
import io.perceiver.run.Checkpoint;
import io.perceiver.train.Model;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The checkpoints of a run: folders {@code step-NNNNNNNN}, and two small files, {@code latest} and
 * {@code best}, that hold the name of one.
 */
public final class Checkpoints implements CheckpointSink {
  private static final String LATEST = "latest";
  private static final String BEST = "best";
  private final Path folder;
  private final int keep;

  /**
   * Creates one in a folder.
   *
   * @param keep how many of the latest are kept, besides the best
   */
  public Checkpoints(Path folder, int keep) {
    this.folder = folder;
    this.keep = keep;
  }

  @Override
  public String save(Model model, OptimizerState optimizer, TrainingState state, boolean best)
      throws IOException {
    String name = "step-%08d".formatted(state.step());
    Path target = folder.resolve(name);
    if (!Files.exists(target)) {
      Checkpoint.write(target, weightSets(model, optimizer), optimizer, state);
    }
    AtomicFile.write(folder.resolve(LATEST), name);
    if (best) {
      AtomicFile.write(folder.resolve(BEST), name);
    }
    prune();
    return name;
  }

  private static Map<String, Map<String, NDArray>> weightSets(
      Model model, OptimizerState optimizer) {
    Map<String, NDArray> weights = new LinkedHashMap<>();
    Weights.named(model.network().block())
        .forEach((parameter, value) -> weights.put(parameter, value.getArray()));
    Map<String, NDArray> averages = optimizer.arrays(WeightAverages.SLOT);
    return averages.isEmpty()
        ? Map.of(Checkpoint.WEIGHTS, weights)
        : Map.of(Checkpoint.WEIGHTS, weights, Checkpoint.AVERAGES, averages);
  }

  /** Removes what killed writes left; only when no other process writes here. */
  public void removeUnfinished() throws IOException {
    AtomicFolder.removeUnfinished(folder);
  }

  private void prune() throws IOException {
    List<Path> steps = steps();
    Set<String> pointed =
        Stream.of(LATEST, BEST)
            .flatMap(pointer -> pointed(pointer).stream())
            .collect(Collectors.toSet());
    for (Path old : steps.subList(0, Math.max(0, steps.size() - keep))) {
      if (!pointed.contains(old.getFileName().toString())) {
        delete(old);
      }
    }
  }

  private List<Path> steps() throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children
          .filter(child -> child.getFileName().toString().matches("step-\\d+"))
          .sorted()
          .toList();
    }
  }

  private static void delete(Path tree) throws IOException {
    try (Stream<Path> files = Files.walk(tree)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** The checkpoint that was best by validation; the latest where none was validated. */
  public Checkpoint best() throws IOException {
    return find(BEST).or(this::latestOrNone).orElseThrow(this::none);
  }

  /** The latest checkpoint. */
  public Checkpoint latest() throws IOException {
    return latestOrNone().orElseThrow(this::none);
  }

  private Optional<Checkpoint> latestOrNone() {
    return find(LATEST);
  }

  private PerceiverException none() {
    return new PerceiverException(
        folder.toAbsolutePath().normalize()
            + " holds no checkpoint yet: the run ended before its first one");
  }

  private Optional<Checkpoint> find(String pointer) {
    return pointed(pointer).map(folder::resolve).filter(Files::isDirectory).map(Checkpoint::new);
  }

  private Optional<String> pointed(String pointer) {
    Path file = folder.resolve(pointer);
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
    } catch (IOException e) {
      throw new PerceiverException(file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
