package io.perceiver.bench.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Head;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.subject.Batch;
import io.perceiver.nn.Perceiver;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Our batch as a traced model takes it.
 *
 * @param name of the head
 * @param head whose loss is lowered
 * @param input the same floats under the shape (batch, axes…, channel)
 * @param target of the head, (batch, size)
 */
record PeerInput(String name, Head head, NDArray input, NDArray target) {

  /**
   * Makes it.
   *
   * @param network ours; it need not be initialized
   * @param heads of it
   * @param batch made for it
   * @param given the shape without the batch; empty takes our model's grid
   * @throws PerceiverException if our model has several modalities or heads, or the shape holds
   *     another number of floats
   */
  static PeerInput of(
      Perceiver network, Map<String, Head> heads, Batch batch, List<Integer> given) {
    if (network.inputs().size() != 1 || heads.size() != 1) {
      throw new PerceiverException(
          "a traced model is compared with one modality and one head; ours has "
              + network.inputs().keySet()
              + " and "
              + heads.keySet());
    }
    NDArray content = batch.inputs().values().iterator().next().content();
    ByteArraySpec spec = network.inputs().values().iterator().next().spec();
    Shape shape = new Shape(content.getShape().get(0)).addAll(shape(spec, given));
    if (shape.size() != content.size()) {
      throw new PerceiverException(
          "--shape %s holds %d numbers, our model's input %s holds %d"
              .formatted(given, shape.size(), content.getShape(), content.size()));
    }
    Map.Entry<String, Head> head = heads.entrySet().iterator().next();
    NDArray target = Objects.requireNonNull(batch.targets().get(head.getKey()), head.getKey());
    return new PeerInput(head.getKey(), head.getValue(), content.reshape(shape), target);
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
