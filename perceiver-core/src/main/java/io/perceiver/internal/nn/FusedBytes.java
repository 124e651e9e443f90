package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.ModalitySpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The byte array of a batch.
 *
 * @param bytes (batch, M, C)
 * @param mask (batch, M), boolean, true = real; null where all elements are
 * @param spans where each modality lies
 */
public record FusedBytes(NDArray bytes, @Nullable NDArray mask, List<ModalitySpan> spans) {}
