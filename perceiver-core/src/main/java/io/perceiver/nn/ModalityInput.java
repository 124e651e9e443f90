package io.perceiver.nn;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.PositionEncoding;
import org.apiguardian.api.API;

/**
 * What a model needs to know of one modality.
 *
 * @param spec the elements as they come
 * @param positionEncoding what is appended to every element
 * @param adapter what is learned before that
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModalityInput(
    ByteArraySpec spec, PositionEncoding positionEncoding, InputAdapter adapter) {

  /** Nothing learned before the trunk. */
  public static ModalityInput of(ByteArraySpec spec, PositionEncoding positionEncoding) {
    return new ModalityInput(spec, positionEncoding, InputAdapter.identity());
  }

  /** The elements after the adapter. */
  public ByteArraySpec adapted() {
    return adapter.output(spec);
  }

  /** Channels of an element with its position channels. */
  public int channels() {
    return adapted().channels() + positionEncoding.channels(adapted());
  }
}
