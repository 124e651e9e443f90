package io.perceiver.api;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A way data sets lie on disk. It lists examples and decodes none.
 *
 * <p>Files whose names begin with their label, such as {@code cat_17.png}:
 *
 * <pre>{@code
 * public final class PrefixFormat implements DatasetFormat<PrefixFormat.Config> {
 *   public record Config(@Setting("modality of the files") String modality) {}
 *
 *   @Override
 *   public String name() {
 *     return "prefix";
 *   }
 *
 *   @Override
 *   public Config defaults() {
 *     return new Config("image");
 *   }
 *
 *   @Override
 *   public boolean recognises(FileTree files) {
 *     return false; // is named in the configuration
 *   }
 *
 *   @Override
 *   public List<Example> list(FileTree files, Config config, Request request) throws IOException {
 *     List<Example> examples = new ArrayList<>();
 *     for (String file : files.files()) {
 *       String label = file.substring(0, Math.max(0, file.indexOf('_')));
 *       SourceRecord source = SourceRecord.whole(files.find(file).orElseThrow());
 *       examples.add(
 *           new Example(file, "train", Map.of("label", label), Map.of(config.modality(), source)));
 *     }
 *     return examples;
 *   }
 * }
 * }</pre>
 *
 * @param <C> the record the {@code data} section's own keys are bound to
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface DatasetFormat<C extends Record> extends Plugin<C> {

  /** Whether the tree looks like this format, for {@code format: auto}. */
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
   * What the model needs of the data.
   *
   * @param modalities names of the model's modalities
   * @param targetColumns columns its heads read
   * @param knownModalities names of installed modality plugins: columns of these may stand in a
   *     manifest though this model does not use them
   */
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  record Request(Set<String> modalities, Set<String> targetColumns, Set<String> knownModalities) {}
}
