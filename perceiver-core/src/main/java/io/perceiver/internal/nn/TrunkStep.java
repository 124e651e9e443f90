package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.layer.AttentionMapping;
import io.perceiver.api.layer.AttentionMaps;
import io.perceiver.api.layer.CrossLayer;
import io.perceiver.api.layer.InvertibleCrossLayer;
import io.perceiver.api.layer.LatentLayer;
import io.perceiver.api.layer.LayerCost;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One layer of the trunk as it runs: a cross-attend or a layer of the latent transformer.
 *
 * @param iteration which iteration it belongs to, from 0
 * @param name of the layer among the trunk's children; shared layers have one name
 * @param type its kind, as configurations name it
 * @param layer a {@link CrossLayer} or a {@link LatentLayer}
 * @param inverted whether a cross layer runs in its inverted form
 */
public record TrunkStep(int iteration, String name, String type, Block layer, boolean inverted) {

  /** Returns whether latents read the byte array in it. */
  public boolean isCross() {
    return layer instanceof CrossLayer;
  }

  /** Returns whether it reads the byte array as {@code Kernels.normalise} left it. */
  boolean readsNormalised() {
    return layer instanceof CrossAttention;
  }

  NDArray forward(ParameterStore parameters, NDArray latents, ReadBytes bytes, boolean training) {
    if (layer instanceof CrossAttention own) {
      NDArray normalised = bytes.requiredNormalised();
      return own.read(parameters, latents, normalised, bytes.mask(), inverted, training);
    }
    NDArray result =
        layer instanceof CrossLayer cross
            ? read(cross, parameters, latents, bytes, training)
            : ((LatentLayer) layer).forward(parameters, latents, training);
    checkShape(latents.getShape(), result.getShape());
    return result;
  }

  private NDArray read(
      CrossLayer cross,
      ParameterStore parameters,
      NDArray latents,
      ReadBytes bytes,
      boolean training) {
    @Nullable NDArray mask = bytes.mask();
    checkMask(cross, mask);
    NDArray raw = bytes.requiredRaw();
    return inverted
        ? invertible().forwardInverted(parameters, latents, raw, mask, training)
        : cross.forward(parameters, latents, raw, mask, training);
  }

  private void checkMask(CrossLayer cross, @Nullable NDArray mask) {
    if (mask != null && !cross.readsMasks()) {
      throw new PerceiverException(
          "%s: the batch has elements to leave out, and layers of type '%s' read no masks; declare"
                  .formatted(key(), type)
              + " readsMasks(), or use modalities that have all their elements");
    }
  }

  /**
   * Checks the shape of what a layer returns.
   *
   * @throws PerceiverException if it is not that of the latents
   */
  void checkShape(Shape latents, Shape result) {
    if (!result.equals(latents)) {
      throw new PerceiverException(
          "%s: the layer '%s' of type '%s' returned shape %s, expected %s: a layer keeps the latents'"
                  .formatted(key(), name, type, result, latents)
              + " shape");
    }
  }

  private String key() {
    return isCross() ? "model.crossLayer" : "model.latentLayer";
  }

  /**
   * Returns the layer's inverted form.
   *
   * @throws PerceiverException if it has none
   */
  InvertibleCrossLayer invertible() {
    if (layer instanceof InvertibleCrossLayer invertible) {
      return invertible;
    }
    throw new PerceiverException(
        "model.invertedCrossAttends: [%d, …] is not allowed: layers of type '%s' have no inverted form; leave it empty, or choose another model.crossLayer"
            .formatted(iteration, type));
  }

  /**
   * Returns what the latents look at in this step, outside training.
   *
   * @param latents those that go into the step, (batch, N, D)
   * @param bytes (batch, M, C)
   * @param mask (batch, M), boolean, true = attend; null if all elements are real
   * @throws PerceiverException if the layer does not show it
   */
  public AttentionMaps maps(
      ParameterStore parameters, NDArray latents, NDArray bytes, @Nullable NDArray mask) {
    if (layer instanceof AttentionMapping mapping) {
      return mapping.maps(parameters, latents, bytes, mask, inverted);
    }
    throw new PerceiverException(
        "%s: layers of type '%s' do not show their attention; '%s' is one that does"
            .formatted(key(), type, CrossAttentionPlugin.NAME));
  }

  /**
   * Returns the cost for one example of that many elements; empty if the layer does not state it.
   *
   * @param inputLearns whether a gradient goes into the elements
   */
  public Optional<LayerCost> cost(long latents, long elements, boolean inputLearns) {
    if (layer instanceof CrossLayer cross) {
      return inverted
          ? invertible().invertedCost(latents, elements, inputLearns)
          : cross.cost(latents, elements, inputLearns);
    }
    return ((LatentLayer) layer).cost(latents);
  }
}
