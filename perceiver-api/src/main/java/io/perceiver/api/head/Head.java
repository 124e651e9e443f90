package io.perceiver.api.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.layer.LayerFactory;
import java.util.List;
import org.apiguardian.api.API;

/**
 * A task of the model: a Block over what the model computed, and the meaning of each of its
 * outputs. The training loop, evaluation and prediction know a head only through this interface.
 *
 * <p>A head with one output can be that output itself: {@code final class Ages implements Head,
 * HeadOutput}, whose {@link #outputs} is {@code List.of(this)}.
 *
 * <pre>{@code
 * record AgeHead(String column) implements Head {
 *   public HeadBlock block(ModelSpec model, LayerFactory layers) {
 *     return new AgeBlock(model.latents(), layers);
 *   }
 *
 *   public List<HeadOutput> outputs() { return List.of(new AgeOutput(column)); }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface Head {

  /**
   * Creates a new Block for a model.
   *
   * @param model the model's latents, and every input with the Blocks that can be borrowed from it
   * @param layers creates layers with the model's kernels and initial weights
   * @throws InvalidSpecException if the model cannot serve this head
   */
  HeadBlock block(ModelSpec model, LayerFactory layers);

  /**
   * Returns the outputs, at least one, in the order of the Block's arrays. Their names must differ;
   * a single output needs no name.
   */
  List<HeadOutput> outputs();
}
