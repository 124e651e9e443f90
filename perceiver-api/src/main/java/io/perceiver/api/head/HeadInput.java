package io.perceiver.api.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ModalitySpan;
import io.perceiver.api.PerceiverException;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A batch as a head sees it.
 *
 * @param latents (batch, index, channel), the trunk's result
 * @param bytes (batch, index, channel), what the trunk attended to: elements with their position
 *     channels, all modalities in sorted order
 * @param mask (batch, index), true = real; null if every element is
 * @param spans the range of each modality in {@code bytes}
 * @param inputs by modality, what the encoders were given: content as it was before any element was
 *     hidden, positions, masks, and which elements were hidden
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record HeadInput(
    NDArray latents,
    NDArray bytes,
    @Nullable NDArray mask,
    List<ModalitySpan> spans,
    Map<String, ByteArray> inputs) {

  /** Copies the list and the map. */
  public HeadInput {
    spans = List.copyOf(spans);
    inputs = Map.copyOf(inputs);
  }

  /**
   * Returns the elements of one modality as the trunk attended to them.
   *
   * @param channels how many of their channels, from the first: {@link ModelInput#channels} leaves
   *     out what joins several modalities
   * @return (batch, index, channel), part of {@code bytes}
   * @throws PerceiverException if the batch has no such modality
   */
  public NDArray elements(String modality, int channels) {
    ModalitySpan span =
        spans.stream()
            .filter(each -> each.modality().equals(modality))
            .findFirst()
            .orElseThrow(
                () ->
                    new PerceiverException(
                        "no example of the batch has the modality '" + modality + "'"));
    return bytes.get(new NDIndex(":, {}:{}, 0:{}", span.from(), span.to(), channels));
  }
}
