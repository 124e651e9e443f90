package io.perceiver.config;

import io.perceiver.kernel.Precision;
import io.perceiver.nn.FusionConfig;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.train.TrainingConfig;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A whole configuration, every section bound to the record it is for.
 *
 * @param seed what every random draw of the run follows from
 * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
 * @param precision of the layers' matrix products
 * @param model the trunk
 * @param fusion how several modalities become one byte array
 * @param modalities by the model's names for them, in the order they were written; at least one
 *     when read from a configuration
 * @param heads by the model's names for them, in the order they were written; none gives latents
 * @param data where examples come from
 * @param training how the model is trained
 */
public record RunConfig(
    long seed,
    String device,
    Precision precision,
    PerceiverConfig model,
    FusionConfig fusion,
    Map<String, ModalitySection> modalities,
    Map<String, HeadSection> heads,
    DataSection data,
    TrainingConfig training) {

  /** Copies the maps. */
  public RunConfig {
    modalities = Collections.unmodifiableMap(new LinkedHashMap<>(modalities));
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
  }

  /** With other heads, such as ones resolved from the training data. */
  public RunConfig withHeads(Map<String, HeadSection> newHeads) {
    return new RunConfig(
        seed, device, precision, model, fusion, modalities, newHeads, data, training);
  }

  /** With another data section, such as one whose format is now known. */
  public RunConfig withData(DataSection newData) {
    return new RunConfig(
        seed, device, precision, model, fusion, modalities, heads, newData, training);
  }

  /** With another seed. */
  public RunConfig withSeed(long newSeed) {
    return new RunConfig(
        newSeed, device, precision, model, fusion, modalities, heads, data, training);
  }
}
