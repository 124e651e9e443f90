package io.perceiver.internal.data;

import io.perceiver.api.Example;
import java.util.Map;

/**
 * An example whose modalities are ready to be put into a batch.
 *
 * @param example the example
 * @param modalities what is shown of it, by modality; those it lacks are absent
 * @param targets what is a target of it, whole, by modality; those it lacks are absent
 */
public record PreparedExample(
    Example example,
    Map<String, TokenizedExample> modalities,
    Map<String, TokenizedExample> targets) {}
