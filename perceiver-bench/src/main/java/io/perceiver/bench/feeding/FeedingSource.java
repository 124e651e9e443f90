package io.perceiver.bench.feeding;

import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.YamlReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A model and the files it learns from. */
final class FeedingSource {
  private static final String DEMO = "io/perceiver/bench/feeding/demo.yaml";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "A model, a YAML file; may be repeated, each with its --data.")
  private @Nullable Path config;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      required = true,
      description = "Folder, zip or manifest of its data set.")
  private @Nullable Path data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Set a value on top of its configuration.")
  private final List<String> set = new ArrayList<>();

  /** Creates one for picocli. */
  FeedingSource() {}

  /** The demo's model on data of the demo. */
  static FeedingSource demo(Path data) {
    FeedingSource source = new FeedingSource();
    source.data = data;
    return source;
  }

  String name() {
    return config == null ? "demo" : String.valueOf(config.getFileName()).replace(".yaml", "");
  }

  RunConfig read() {
    ConfigNode.Mapping document =
        config == null
            ? YamlReader.resource(FeedingSource.class.getClassLoader(), DEMO)
            : YamlReader.file(config);
    List<String> values = new ArrayList<>(set);
    values.add("data.path=" + Objects.requireNonNull(data).toAbsolutePath());
    return RunConfigReader.read(
        Overrides.apply(document, values, Path.of("")), ModelOptions.plugins());
  }
}
