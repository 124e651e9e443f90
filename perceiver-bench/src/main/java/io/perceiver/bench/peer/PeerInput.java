package io.perceiver.bench.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.TargetArray;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.train.DeviceBatch;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Our batch as a traced model takes it.
 *
 * @param name of the head
 * @param output whose loss is lowered
 * @param input the same floats under the shape (batch, axes…, channel)
 * @param target of the output
 * @param shape that the output must have
 */
record PeerInput(String name, HeadOutput output, NDArray input, TargetArray target, Shape shape) {

  /**
   * Makes it.
   *
   * @param network ours; it need not be initialized
   * @param outputs of it
   * @param batch made for it
   * @param given the shape without the batch; empty takes our model's grid
   * @throws PerceiverException if our model has several modalities or heads, or the shape holds
   *     another number of floats
   */
  static PeerInput of(
      Perceiver network, Map<String, ModelOutput> outputs, DeviceBatch batch, List<Integer> given) {
    if (network.inputs().size() != 1 || outputs.size() != 1) {
      throw new PerceiverException(
          "a traced model is compared with one modality and one head; ours has "
              + network.inputs().keySet()
              + " and "
              + outputs.keySet());
    }
    NDArray content = batch.inputs().values().iterator().next().content();
    ByteArraySpec spec = network.inputs().values().iterator().next().spec();
    Shape shape = new Shape(content.getShape().get(0)).addAll(shape(spec, given));
    if (shape.size() != content.size()) {
      throw new PerceiverException(
          "--shape %s holds %d numbers, our model's input %s holds %d"
              .formatted(given, shape.size(), content.getShape(), content.size()));
    }
    Map.Entry<String, ModelOutput> output = outputs.entrySet().iterator().next();
    TargetArray target = batch.targets(output.getKey()).get(0).target();
    LatentArraySpec latents = network.trunk().spec();
    Shape[] said =
        network
            .heads()
            .values()
            .iterator()
            .next()
            .getOutputShapes(
                new Shape[] {
                  new Shape(content.getShape().get(0), latents.latents(), latents.channels())
                });
    return new PeerInput(
        output.getKey(), output.getValue().output(), content.reshape(shape), target, said[0]);
  }

  private static Shape shape(ByteArraySpec spec, List<Integer> given) {
    if (!given.isEmpty()) {
      return new Shape(given.stream().mapToLong(Integer::longValue).toArray());
    }
    long[] axes =
        spec.sharedPositions()
            .filter(positions -> positions.isGrid())
            .map(positions -> Arrays.stream(positions.shape()).asLongStream().toArray())
            .orElse(new long[] {spec.maxElements()});
    return new Shape(axes).add(spec.channels());
  }
}
