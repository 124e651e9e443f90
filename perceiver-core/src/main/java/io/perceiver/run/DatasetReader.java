package io.perceiver.run;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.FileTree;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.config.DataSection;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.Dataset;
import io.perceiver.data.DatasetLoader;
import io.perceiver.data.FileTrees;
import io.perceiver.data.StratifiedShare;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** From the {@code data} section to the listed examples. */
public final class DatasetReader {
  private final PluginRegistry plugins;

  /** With the formats installed. */
  public DatasetReader(PluginRegistry plugins) {
    this.plugins = plugins;
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
                            "data.path: is missing; give the folder, archive or file of the data")));
    return read(config, path);
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
    StratifiedShare validation =
        new StratifiedShare(config.data().common().validation(), config.seed(), columns);
    DatasetFormat.Request request =
        new DatasetFormat.Request(
            config.modalities().keySet(),
            columns,
            new TreeSet<>(plugins.names(PluginKind.MODALITY)));
    Record own = section.format().orElseThrow();
    return new Read(loader.load(files, format, own, request, validation), section);
  }

  /** The columns that the heads read. */
  Set<String> targetColumns(RunConfig config) {
    Set<String> columns = new TreeSet<>();
    for (HeadSection head : config.heads().values()) {
      columns.addAll(head.columns(plugins));
    }
    return columns;
  }
}
