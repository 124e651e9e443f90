package io.perceiver.api.head;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.PerceiverException;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apiguardian.api.API;

/**
 * A model as its heads see it.
 *
 * @param latents the shape of the trunk's result
 * @param inputs the trunk's inputs, by the model's names for them
 * @param outputs the elements of modalities that are only targets, as their tokenizers write them,
 *     by the model's names for them
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModelSpec(
    LatentArraySpec latents,
    SortedMap<String, ModelInput> inputs,
    SortedMap<String, ByteArraySpec> outputs) {

  /** Copies the maps. */
  public ModelSpec {
    inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
  }

  /**
   * Returns the shape of what the tokenizer of a modality writes, whether it is an input or only a
   * target; {@link Target.Elements} have that shape.
   *
   * @throws PerceiverException if the model has none of that name; lists those it has
   */
  public ByteArraySpec elements(String modality) {
    ByteArraySpec output = outputs.get(modality);
    if (output != null) {
      return output;
    }
    ModelInput input = inputs.get(modality);
    if (input == null) {
      Set<String> known = new TreeSet<>(inputs.keySet());
      known.addAll(outputs.keySet());
      throw new PerceiverException(
          "'" + modality + "' is not a modality of the model; it has " + known);
    }
    return input.spec();
  }

  /**
   * Returns an input.
   *
   * @throws PerceiverException if the model has none of that name; lists those it has
   */
  public ModelInput input(String modality) {
    ModelInput input = inputs.get(modality);
    if (input == null) {
      throw new PerceiverException(
          "'" + modality + "' is not an input of the model; it has " + inputs.keySet());
    }
    return input;
  }
}
