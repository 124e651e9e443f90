package io.perceiver.internal.config;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.FileTree;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.api.position.FourierPositionsPlugin;
import io.perceiver.api.position.LearnedPositionsPlugin;
import io.perceiver.api.position.NoPositionsPlugin;
import io.perceiver.plugin.PluginRegistry;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small plugins of every kind, to configure. */
final class TestPlugins {
  private TestPlugins() {}

  static PluginRegistry registry() {
    return PluginRegistry.of(
        List.of(
            new GridPlugin(),
            new LabelPlugin(),
            new TableFormat(),
            new FourierPositionsPlugin(),
            new LearnedPositionsPlugin(),
            new NoPositionsPlugin()));
  }

  record GridConfig(
      @Setting(value = "rows and columns", unit = "pixels", min = 1, max = 512) int side,
      @Setting("a file it needs") Optional<Path> palette) {
    GridConfig {
      Problems problems = new Problems("");
      problems.check(side % 2 == 0, "side", side, "an even number");
      problems.throwIfAny();
    }
  }

  /** A grid of one channel, with 6 Fourier bands. */
  static final class GridPlugin implements ModalityPlugin<GridConfig, float[]> {
    @Override
    public String name() {
      return "grid";
    }

    @Override
    public GridConfig defaults() {
      return new GridConfig(8, Optional.empty());
    }

    @Override
    public Modality<float[]> create(GridConfig config) {
      ExampleReader<float[]> reader = source -> new float[config.side() * config.side()];
      return new Modality<>(
          reader,
          Augmentation.none(),
          new GridTokenizer(config.side()),
          FourierFeatures.of(6),
          InputAdapter.identity());
    }
  }

  private record GridTokenizer(int side) implements Tokenizer<float[]> {
    @Override
    public ByteArraySpec spec() {
      return ByteArraySpec.grid(1, "level", side, side);
    }

    @Override
    public int elements(float[] example) {
      return example.length;
    }

    @Override
    public void tokenize(float[] example, FloatBuffer content, FloatBuffer positions) {
      content.put(example);
    }
  }

  record LabelConfig(
      @Setting("column that names the class") String column,
      @Setting("names of the classes") List<String> classes) {}

  static final class LabelPlugin implements HeadPlugin<LabelConfig> {
    @Override
    public String name() {
      return "choice";
    }

    @Override
    public LabelConfig defaults() {
      return new LabelConfig("label", List.of());
    }

    @Override
    public LabelConfig resolve(LabelConfig config, Collection<Map<String, String>> rows) {
      return new LabelConfig(
          config.column(),
          rows.stream()
              .map(row -> row.getOrDefault(config.column(), ""))
              .distinct()
              .sorted()
              .toList());
    }

    @Override
    public Set<String> columns(LabelConfig config) {
      return Set.of(config.column());
    }

    @Override
    public Head create(LabelConfig config) {
      throw new UnsupportedOperationException("configurations are read without making heads");
    }
  }

  record TableConfig(@Setting("columns not looked at") List<String> ignore) {}

  static final class TableFormat implements DatasetFormat<TableConfig> {
    @Override
    public String name() {
      return "table";
    }

    @Override
    public TableConfig defaults() {
      return new TableConfig(List.of());
    }

    @Override
    public boolean recognises(FileTree files) {
      return false;
    }

    @Override
    public List<Example> list(FileTree files, TableConfig config, Request request) {
      return List.of();
    }
  }
}
