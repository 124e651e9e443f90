package io.perceiver.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.ParameterStore;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.internal.plugin.PluginCall;
import java.util.List;
import java.util.Map;

/**
 * A head of a model: its Block, and what the model calls each of its outputs.
 *
 * @param name the model's name for it
 * @param block its Block
 * @param outputs the names of its outputs in the model, in the order of the Block's arrays
 */
record NamedHead(String name, HeadBlock block, List<String> outputs) {

  /**
   * Creates the Block of a head.
   *
   * @throws PerceiverException if the head has no outputs, or their names are not usable
   * @throws InvalidSpecException if the model cannot serve the head
   */
  static NamedHead of(String name, Head head, ModelSpec model, LayerFactory layers) {
    List<String> outputs = List.copyOf(ModelOutput.of(Map.of(name, head), Map.of()).keySet());
    String place = "head '%s': its Block".formatted(name);
    try {
      return new NamedHead(name, PluginCall.of(place, () -> head.block(model, layers)), outputs);
    } catch (InvalidSpecException e) {
      throw new InvalidSpecException(
          e.problems().stream().map(problem -> "heads." + name + "." + problem).toList());
    } catch (PerceiverException e) {
      throw new InvalidSpecException(List.of("heads." + name + ": " + e.getMessage()));
    }
  }

  /** Computes the outputs, and puts them under the model's names. */
  void forward(
      ParameterStore parameters, HeadInput input, boolean training, Map<String, NDArray> into) {
    NDList arrays =
        PluginCall.of(
            "head '%s': the forward pass of its Block".formatted(name),
            () -> block.forward(parameters, input, training));
    if (arrays.size() != outputs.size()) {
      throw new PerceiverException(
          "head '%s': its Block gave %d arrays for its outputs %s"
              .formatted(name, arrays.size(), outputs));
    }
    long batch = input.latents().getShape().get(0);
    for (int i = 0; i < arrays.size(); i++) {
      NDArray array = arrays.get(i);
      if (array.getShape().dimension() == 0 || array.getShape().get(0) != batch) {
        throw new PerceiverException(
            "head '%s': output '%s' has shape %s, expected (batch, …) of %d examples"
                .formatted(name, outputs.get(i), array.getShape(), batch));
      }
      into.put(outputs.get(i), array);
    }
  }
}
