package io.perceiver.api;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A layout of data sets on disk. It lists examples and decodes none.
 *
 * <p>The main method is {@link #list}. Here each split is a folder that holds one folder per class:
 *
 * <pre>{@code
 * List<Example> list(FileTree files, EcgConfig config, DatasetFormat.Request request) throws IOException {
 *   List<Example> examples = new ArrayList<>();
 *   for (String path : files.files()) { // train/arrhythmia/17.ecg
 *     String[] parts = path.split("/");
 *     SourceRecord recording = SourceRecord.whole(files.find(path).orElseThrow());
 *     Map<String, SourceRecord> sources = new HashMap<>();
 *     request.modalities().forEach(modality -> sources.put(modality, recording));
 *     examples.add(new Example(path, parts[0], Map.of("label", parts[1]), sources));
 *   }
 *   return examples;
 * }
 * }</pre>
 *
 * @param <C> the record the {@code data} section's own keys are bound to
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DatasetFormat<C extends Record> extends Plugin<C> {

  /** Returns whether the tree looks like this format, for {@code format: auto}. */
  boolean recognises(FileTree files) throws IOException;

  /**
   * Lists the examples, in a stable order.
   *
   * @param request what the model needs
   * @throws PerceiverException with every mistake found in the files' layout or manifest
   * @throws IOException if files cannot be read
   */
  List<Example> list(FileTree files, C config, Request request) throws IOException;

  /**
   * What the model needs from the data.
   *
   * @param modalities names of the model's modalities
   * @param targetColumns columns its heads read
   * @param knownModalities names of installed modality plugins; a manifest can have columns of
   *     these names even if this model does not use them
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Request(Set<String> modalities, Set<String> targetColumns, Set<String> knownModalities) {}
}
