package io.perceiver.evaluate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Figures over the examples that have all modalities of a subset, the others hidden from the model.
 *
 * @param subset what the model was shown
 * @param examples how many have all of it, and were counted
 * @param lacking how many were left out because they lack one of it
 * @param heads by name, in order
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SubsetResult(
    ModalitySubset subset, long examples, long lacking, Map<String, HeadResult> heads) {

  /** Keeps its own copy of the heads, in order. */
  public SubsetResult {
    heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
  }
}
