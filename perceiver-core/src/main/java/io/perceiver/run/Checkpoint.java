package io.perceiver.run;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.AtomicFolder;
import io.perceiver.internal.files.MalformedFileException;
import io.perceiver.internal.files.Safetensors;
import io.perceiver.internal.files.SafetensorsWriter;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.run.Json;
import io.perceiver.internal.train.WeightAverages;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * One checkpoint, a folder: named weight sets ({@code weights.safetensors} and, where there are
 * more, {@code NAME.safetensors}), {@code optimizer.safetensors}, {@code state.json} and checksums.
 * It is written beside its place and renamed, so that it is whole or not there.
 *
 * @param folder where it lies
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Checkpoint(Path folder) {
  /** The weight set that every checkpoint has: what training goes on with. */
  public static final String WEIGHTS = "weights";

  /** The averages of the weights, where the training kept them: what the model is used with. */
  public static final String AVERAGES = "averages";

  private static final String OPTIMIZER = "optimizer.safetensors";
  private static final String STATE = "state.json";
  private static final int FORMAT = 1;
  private static final int SHOWN = 6;

  /** What {@code state.json} holds. */
  private record State(int format, TrainingState training) {}

  /**
   * Writes a checkpoint.
   *
   * @param weightSets by name: parameter name to array
   * @throws IOException if it cannot be written; nothing is left behind then
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static Checkpoint write(
      Path folder,
      Map<String, ? extends Map<String, NDArray>> weightSets,
      OptimizerState optimizer,
      TrainingState state)
      throws IOException {
    AtomicFolder.write(
        folder,
        unfinished -> {
          for (Map.Entry<String, ? extends Map<String, NDArray>> set : weightSets.entrySet()) {
            writeArrays(unfinished.resolve(set.getKey() + ".safetensors"), set.getValue());
          }
          writeArrays(unfinished.resolve(OPTIMIZER), withoutAverages(optimizer));
          Files.writeString(
              unfinished.resolve(STATE), Json.PRETTY.writeValueAsString(new State(FORMAT, state)));
        });
    return new Checkpoint(folder);
  }

  /** They are a weight set of their own. */
  private static Map<String, NDArray> withoutAverages(OptimizerState optimizer) {
    SortedMap<String, NDArray> arrays = new TreeMap<>(optimizer.arrays());
    arrays.keySet().removeIf(name -> name.startsWith(WeightAverages.SLOT + "/"));
    return arrays;
  }

  private static void writeArrays(Path file, Map<String, NDArray> arrays) throws IOException {
    SafetensorsWriter writer = new SafetensorsWriter().metadata("format", "perceiver " + FORMAT);
    arrays.forEach(
        (name, array) ->
            writer.floats(name, array.getShape().getShape(), () -> Weights.floats(array)));
    writer.write(file);
  }

  /** Its name, such as {@code step-00000938}. */
  public String name() {
    return folder.getFileName().toString();
  }

  /**
   * Compares every file with its checksum.
   *
   * @throws MalformedFileException naming what is missing, cut or changed
   */
  public void verify() throws IOException {
    AtomicFolder.verify(folder);
  }

  /**
   * Puts a weight set into a Block of the same configuration.
   *
   * @param set its name, {@value #WEIGHTS} or {@value #AVERAGES}
   * @throws PerceiverException if there is no such set, or the names or shapes are not the Block's;
   *     the Block is then unchanged
   * @throws IOException if the file cannot be read
   */
  public void loadWeights(String set, Block block) throws IOException {
    Map<String, Parameter> parameters = Weights.named(block);
    if (!Files.exists(file(set))) {
      throw new PerceiverException(
          "%s has no %s: there is no %s.safetensors; what weights a run keeps, its"
                  .formatted(folder, set, set)
              + " training.averaging says");
    }
    try (Safetensors tensors = Safetensors.open(file(set))) {
      check(tensors, parameters);
      for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
        Weights.put(tensors.floats(entry.getKey()), entry.getValue());
      }
    }
  }

  private void check(Safetensors tensors, Map<String, Parameter> parameters) {
    List<String> wrong = new ArrayList<>();
    parameters.forEach(
        (name, parameter) -> {
          Shape expected = parameter.getShape();
          if (!tensors.names().contains(name)) {
            wrong.add(name + " is missing");
          } else if (!new Shape(tensors.tensor(name).shape()).equals(expected)) {
            Shape found = new Shape(tensors.tensor(name).shape());
            wrong.add(name + " has shape " + found + ", the model's is " + expected);
          }
        });
    Set<String> unknown = new TreeSet<>(tensors.names());
    unknown.removeAll(parameters.keySet());
    unknown.forEach(name -> wrong.add(name + " is none of the model's"));
    if (!wrong.isEmpty()) {
      String more =
          wrong.size() > SHOWN ? "; and " + (wrong.size() - SHOWN) + " more differences" : "";
      throw new PerceiverException(
          folder
              + " was made by a model of another configuration: "
              + String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())))
              + more);
    }
  }

  /** How far the training had come. */
  public TrainingState state() throws IOException {
    Path file = folder.resolve(STATE);
    try {
      State state = Json.LINE.readValue(Files.readString(file), State.class);
      if (state.format() != FORMAT) {
        throw new PerceiverException(
            file + " is of format " + state.format() + "; this version reads " + FORMAT);
      }
      return state.training();
    } catch (JsonProcessingException e) {
      throw new PerceiverException(file + " is damaged: " + e.getOriginalMessage(), e);
    }
  }

  /** Puts back what the optimiser remembered, and the averages of the weights. */
  public void loadOptimizer(OptimizerState optimizer) throws IOException {
    load(folder.resolve(OPTIMIZER), "", optimizer);
    Path averages = file(AVERAGES);
    if (Files.exists(averages)) {
      load(averages, WeightAverages.SLOT + "/", optimizer);
    }
  }

  private static void load(Path file, String prefix, OptimizerState optimizer) throws IOException {
    try (Safetensors tensors = Safetensors.open(file)) {
      for (String name : tensors.names()) {
        Shape shape = new Shape(tensors.tensor(name).shape());
        optimizer.restore(prefix + name, tensors.floats(name), shape);
      }
    }
  }

  private Path file(String weightSet) {
    return folder.resolve(weightSet + ".safetensors");
  }
}
