package io.perceiver.internal.data;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One modality of a batch: B examples, each M elements long, C channels and A axes. Shorter
 * examples, and those that lack the modality, are filled up with zeros.
 *
 * @param batch B
 * @param elements M: the longest example's
 * @param channels C
 * @param axes A
 * @param contentBytes (batch, index, channel) as floats; direct, in native order
 * @param positionBytes (batch, index, axis) as floats; direct, in native order; null where all
 *     examples share their positions
 * @param mask (batch, index), true = real; null when every element is
 * @param hidden (batch, index), true = to be replaced by a learned vector; null where none is
 * @param present (batch), whether the example has this modality at all
 */
public record ModalityBatch(
    int batch,
    int elements,
    int channels,
    int axes,
    ByteBuffer contentBytes,
    @Nullable ByteBuffer positionBytes,
    boolean @Nullable [] mask,
    boolean @Nullable [] hidden,
    boolean[] present) {

  /** (batch, index, channel): a view of the bytes. */
  public FloatBuffer content() {
    return floats(contentBytes);
  }

  /** (batch, index, axis): a view of the bytes; null where all examples share their positions. */
  public @Nullable FloatBuffer positions() {
    return positionBytes == null ? null : floats(positionBytes);
  }

  private static FloatBuffer floats(ByteBuffer bytes) {
    return bytes.duplicate().rewind().order(bytes.order()).asFloatBuffer();
  }
}
