package io.perceiver.data;

import io.perceiver.api.Example;
import java.util.Map;

/**
 * An example whose modalities are ready to be put into a batch.
 *
 * @param example the example
 * @param modalities its elements by modality name; those it lacks are absent
 */
record PreparedExample(Example example, Map<String, TokenizedExample> modalities) {}
