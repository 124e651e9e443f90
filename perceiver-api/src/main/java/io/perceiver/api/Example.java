package io.perceiver.api;

import java.util.Map;
import org.apiguardian.api.API;

/**
 * One example of a data set, not yet decoded.
 *
 * @param id stable name within the data set, unique, such as the manifest's row or the file's path
 * @param split {@code train}, {@code validation}, {@code test} or any other name
 * @param columns what is not an input, by column name: labels and other targets
 * @param sources by modality name; a modality that is absent here is missing in this example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Example(
    String id, String split, Map<String, String> columns, Map<String, SourceRecord> sources) {

  /** Copies the maps. */
  public Example {
    columns = Map.copyOf(columns);
    sources = Map.copyOf(sources);
  }
}
