package io.perceiver.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * The contents of a source as stored, before they are fitted to the model, for people who want to
 * know what a data set is.
 *
 * @param format the format, such as {@code PNG}
 * @param numbers by name with their unit, such as {@code height} or {@code length (s)}, in the
 *     order they are shown
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SourceDescription(String format, Map<String, Double> numbers) {

  /** Copies the numbers, in order. */
  public SourceDescription {
    numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
  }
}
