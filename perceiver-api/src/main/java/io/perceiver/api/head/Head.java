package io.perceiver.api.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.layer.LayerFactory;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What the model is asked for: a Block over what the model computed, and what each of its outputs
 * means. The training loop, evaluation and prediction know a head only through this.
 *
 * <p>A head with one output may be that output itself: {@code final class Ages implements Head,
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
   * @param model what the model is: its latents, and every input with what may be borrowed of it
   * @param layers creates layers with the model's kernels and first weights
   * @throws InvalidSpecException if the model cannot serve this head
   */
  HeadBlock block(ModelSpec model, LayerFactory layers);

  /**
   * Returns the outputs, at least one, in the order in which the Block gives their arrays. Their
   * names differ; a single output may go without one.
   */
  List<HeadOutput> outputs();
}
