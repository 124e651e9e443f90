package io.perceiver.run;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.FileTree;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.DataConfig;
import io.perceiver.config.DataSection;
import io.perceiver.config.HeadSection;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.Dataset;
import io.perceiver.internal.data.DatasetLoader;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.StratifiedShare;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apiguardian.api.API;

/** Lists the examples that the {@code data} section of a configuration names. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class RunData {
  /** The name of a data set whose examples an application gives. */
  static final String IN_CODE = "examples given in code";

  private static final int SHOWN = 3;

  private final PluginRegistry plugins;
  private final boolean outputs;

  /** Reads with the formats installed. */
  public RunData(PluginRegistry plugins) {
    this(plugins, true);
  }

  private RunData(PluginRegistry plugins, boolean outputs) {
    this.plugins = plugins;
    this.outputs = outputs;
  }

  /**
   * Returns a reader for predictions: sources of the model's outputs are not looked for, and
   * ignored if they are there.
   */
  public RunData forPrediction() {
    return new RunData(plugins, false);
  }

  /**
   * A data set and the section that names its format.
   *
   * @param dataset the examples
   * @param section the data section with its format known
   */
  public record Read(Dataset dataset, DataSection section) {}

  /**
   * Lists the examples of the configuration's data set.
   *
   * @throws io.perceiver.api.PerceiverException with every mistake found
   */
  public Read read(RunConfig config) throws IOException {
    Path path =
        config
            .data()
            .common()
            .path()
            .orElseThrow(
                () ->
                    new InvalidSpecException(
                        List.of(
                            "data.path: is missing; give the folder, archive or file of the data. A model of examples given in code is trained further, and evaluated, in code")));
    return read(config, path);
  }

  /**
   * Makes a data set of an application's own examples; the section's path and format play no part.
   *
   * @throws io.perceiver.api.PerceiverException if two examples have one id, or there are none
   */
  Read of(RunConfig config, List<Example> examples) throws IOException {
    GivenExamples.check(examples, readers(config, plugins));
    List<Example> named = examples.stream().map(RunData::inUsualSplit).toList();
    return new Read(
        DatasetLoader.dataset(IN_CODE, named, validation(config)),
        DataSection.of(
            config
                .data()
                .common()
                .with(
                    c -> {
                      c.path = Optional.empty();
                      c.format = DataConfig.AUTO;
                    })));
  }

  /** What reads each modality's sources, by the model's names. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public static Map<String, ExampleReader<?>> readers(RunConfig config, PluginRegistry plugins) {
    Map<String, ExampleReader<?>> readers = new LinkedHashMap<>();
    for (ModalitySection section : config.modalities().values()) {
      readers.put(section.name(), section.create(plugins).reader());
    }
    return readers;
  }

  /** As formats do: {@code val} is {@code validation}. */
  private static Example inUsualSplit(Example example) {
    return new Example(
        example.id(), Splits.canonical(example.split()), example.columns(), example.sources());
  }

  private StratifiedShare validation(RunConfig config) {
    return new StratifiedShare(
        config.data().common().validation(), config.seed(), targetColumns(config));
  }

  /** Lists the examples of another data set for the same model. */
  public Read read(RunConfig config, Path path) throws IOException {
    FileTree files = FileTrees.open(path);
    List<DatasetFormat<?>> formats = new ArrayList<>();
    plugins.all(PluginKind.DATASET_FORMAT).forEach(p -> formats.add((DatasetFormat<?>) p));
    DatasetLoader loader = new DatasetLoader(formats);
    DatasetFormat<?> format = loader.format(files, config.data().common().format());
    DataSection section = config.data().bind(format);
    Set<String> columns = targetColumns(config);
    Set<String> ignored = new TreeSet<>(plugins.names(PluginKind.MODALITY));
    ignored.addAll(config.modalities().keySet());
    DatasetFormat.Request request =
        new DatasetFormat.Request(
            outputs ? config.modalities().keySet() : config.inputs().keySet(), columns, ignored);
    Record own = section.format().orElseThrow();
    Dataset dataset = loader.load(files, format, own, request, validation(config));
    checkInputs(dataset, config.inputs().keySet());
    return new Read(dataset, section);
  }

  /** An example that has sources of outputs alone shows the model nothing. */
  private static void checkInputs(Dataset dataset, Set<String> inputs) {
    List<String> blind =
        dataset.splits().stream()
            .flatMap(split -> dataset.split(split).stream())
            .filter(example -> Collections.disjoint(example.sources().keySet(), inputs))
            .map(Example::id)
            .toList();
    if (!blind.isEmpty()) {
      boolean one = blind.size() == 1;
      throw new PerceiverException(
          "%s no source of an input (%s), only of outputs: %s. %s"
              .formatted(
                  one ? "1 example has" : blind.size() + " examples have",
                  String.join(", ", inputs),
                  String.join(", ", blind.subList(0, Math.min(SHOWN, blind.size())))
                      + (blind.size() > SHOWN ? ", …" : ""),
                  one ? "Give it one, or remove it" : "Give each one, or remove them"));
    }
  }

  /** The columns that the heads read. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Set<String> targetColumns(RunConfig config) {
    Set<String> columns = new TreeSet<>();
    for (HeadSection head : config.heads().values()) {
      columns.addAll(head.columns(plugins));
    }
    return columns;
  }
}
