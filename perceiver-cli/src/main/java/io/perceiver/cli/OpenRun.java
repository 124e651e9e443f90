package io.perceiver.cli;

import com.google.inject.Injector;
import io.perceiver.api.DatasetFormat;
import io.perceiver.config.DataConfig;
import io.perceiver.config.DataSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.Dataset;
import io.perceiver.internal.data.DatasetLoader;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.Checkpoint;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunData;
import io.perceiver.run.RunFolder;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A run whose model is loaded.
 *
 * @param folder of the run
 * @param checkpoint whose weights the model has
 * @param model closed with this
 * @param plugins installed
 */
record OpenRun(
    RunFolder folder, Checkpoint checkpoint, PerceiverModel model, PluginRegistry plugins)
    implements Closeable {

  static OpenRun of(RunFolder folder, Checkpoint checkpoint, Injector injector) throws IOException {
    PerceiverModel model =
        injector
            .getInstance(ModelAssembler.class)
            .load(injector.getInstance(RunConfig.class), checkpoint);
    return new OpenRun(folder, checkpoint, model, injector.getInstance(PluginRegistry.class));
  }

  /**
   * The data it was trained with, or another data set for the same model, whose format is found out
   * and whose splits are taken as they are.
   */
  Dataset data(Optional<Path> other) throws IOException {
    return data(other, new RunData(plugins));
  }

  /** The same data for predictions, which needs no sources of the model's outputs. */
  Dataset dataToPredict(Optional<Path> other) throws IOException {
    return data(other, new RunData(plugins).forPrediction());
  }

  private Dataset data(Optional<Path> other, RunData reader) throws IOException {
    RunConfig config = model.config();
    if (other.isEmpty()) {
      return reader.read(config).dataset();
    }
    DataSection section = sectionFor(other.get());
    return reader.read(config.with(c -> c.data = section), other.get()).dataset();
  }

  private DataSection sectionFor(Path path) throws IOException {
    List<DatasetFormat<?>> formats = new ArrayList<>();
    plugins.all(PluginKind.DATASET_FORMAT).forEach(p -> formats.add((DatasetFormat<?>) p));
    DatasetFormat<?> format =
        new DatasetLoader(formats).format(FileTrees.open(path), DatasetLoader.AUTO);
    DataSection own = model.config().data();
    DataConfig common = own.common();
    DataConfig unsplit =
        common.with(
            c -> {
              c.path = Optional.of(path);
              c.validation = 0;
            });
    // the run's own settings of a format hold for other data of that format
    return common.format().equals(format.name())
        ? new DataSection(unsplit, own.format(), own.open())
        : DataSection.of(unsplit.with(c -> c.format = format.name()));
  }

  @Override
  public void close() throws IOException {
    model.close();
  }
}
