package io.perceiver.bench.peer;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.subject.ModelOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which file is compared with which of our models, and on what batch. */
public final class PeerOptions {
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--file",
      paramLabel = "PT",
      required = true,
      description =
          "A TorchScript file; it is executable code, so make it yourself (docs/bench.md).")
  private @Nullable Path file;

  @Option(
      names = "--batch",
      description = "Examples; the file was traced for so many. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int batch = 1;

  @Option(
      names = "--shape",
      split = ",",
      description =
          "What the file takes: its axes and channels, such as 224,224,3. Default: our model's input.")
  private List<Integer> shape = new ArrayList<>();

  @Option(
      names = "--mode",
      description =
          "${COMPLETION-CANDIDATES}: a file traced in train mode serves both. Default: ${DEFAULT-VALUE}.",
      defaultValue = "BOTH")
  private Mode mode = Mode.BOTH;

  /** Creates one for picocli. */
  public PeerOptions() {}

  /** What is compared. */
  public enum Mode {
    /** The forward pass alone. */
    EVAL,
    /** The training step alone. */
    TRAIN,
    /** Both. */
    BOTH;

    boolean predicts() {
      return this != TRAIN;
    }

    boolean trains() {
      return this != EVAL;
    }
  }

  static PeerOptions of(ModelOptions model, Path file, int batch, Mode mode) {
    PeerOptions options = new PeerOptions();
    options.model = model;
    options.file = file;
    options.batch = batch;
    options.mode = mode;
    return options;
  }

  ModelOptions model() {
    return model;
  }

  Path file() {
    if (file == null) {
      throw new PerceiverException("--file is missing; docs/bench.md says how to make one");
    }
    return file;
  }

  int batch() {
    return batch;
  }

  List<Integer> shape() {
    return List.copyOf(shape);
  }

  Mode mode() {
    return mode;
  }

  /** The options again, for a child process in one mode. */
  List<String> arguments(Mode oneMode) {
    List<String> arguments = new ArrayList<>(model.arguments());
    arguments.addAll(List.of("--file", file().toAbsolutePath().toString()));
    arguments.addAll(List.of("--batch", Integer.toString(batch), "--mode", oneMode.name()));
    if (!shape.isEmpty()) {
      arguments.add("--shape");
      arguments.add(String.join(",", shape.stream().map(String::valueOf).toList()));
    }
    return arguments;
  }
}
