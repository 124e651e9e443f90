package io.perceiver.bench.claims;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.ConfigNode;
import io.perceiver.config.HeadSection;
import io.perceiver.config.Overrides;
import io.perceiver.config.RunConfig;
import io.perceiver.config.RunConfigReader;
import io.perceiver.config.YamlReader;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchLoader;
import io.perceiver.data.BatchOptions;
import io.perceiver.data.Dataset;
import io.perceiver.data.HostBatch;
import io.perceiver.data.Seeds;
import io.perceiver.data.Splits;
import io.perceiver.kernel.Compute;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.DatasetReader;
import io.perceiver.run.LoadedModel;
import io.perceiver.run.ModelAssembler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reads pictures into memory, the way this project's trainings read them. */
final class PixelReader {
  private static final String CONFIG = "io/perceiver/bench/claims/pixels.yaml";
  private static final int BATCH = 256;

  private final Compute compute;
  private final long seed;

  /** The seed decides which examples are taken where not all are. */
  PixelReader(Compute compute, long seed) {
    this.compute = compute;
    this.seed = seed;
  }

  /**
   * Reads.
   *
   * @param path folder, zip or manifest
   * @param values set on top of the configuration, {@code KEY=VALUE}
   * @param sizes most examples of each split
   */
  PixelSplits read(Path path, List<String> values, PixelSizes sizes) throws IOException {
    PluginRegistry plugins = ModelOptions.plugins();
    List<String> all = new ArrayList<>(values);
    all.add("data.path=" + path.toAbsolutePath());
    ConfigNode.Mapping document = YamlReader.resource(PixelReader.class.getClassLoader(), CONFIG);
    RunConfig config = RunConfigReader.read(Overrides.apply(document, all, Path.of("")), plugins);
    DatasetReader.Read data = new DatasetReader(plugins).read(config);
    Dataset dataset = data.dataset();
    List<Example> train = drawn(pictured(dataset, Splits.TRAIN), Splits.TRAIN);
    List<Example> validation = drawn(pictured(dataset, Splits.VALIDATION), Splits.VALIDATION);
    List<Example> test = drawn(pictured(dataset, Splits.TEST), Splits.TEST);
    List<Map<String, String>> rows = train.stream().map(Example::columns).toList();
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    config.heads().forEach((name, head) -> heads.put(name, head.resolve(plugins, rows)));
    try (LoadedModel model =
        new ModelAssembler(plugins, compute)
            .assemble(config.withHeads(heads).withData(data.section()))) {
      ByteArraySpec spec = model.model().network().encoder(Pictures.MODALITY).input().spec();
      return new PixelSplits(
          name(path),
          spec,
          pictures(model, spec, first(train, sizes.train())),
          pictures(model, spec, first(validation, sizes.validation())),
          pictures(model, spec, first(test, sizes.test())));
    }
  }

  /** Not where it lies, which is different on every machine. */
  private static String name(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    int names = whole.getNameCount();
    return whole.subpath(Math.max(0, names - (Files.isDirectory(whole) ? 1 : 2)), names).toString();
  }

  /** The demo leaves out the picture of some examples. */
  private static List<Example> pictured(Dataset dataset, String split) {
    return dataset.split(split).stream()
        .filter(example -> example.sources().containsKey(Pictures.MODALITY))
        .toList();
  }

  private List<Example> drawn(List<Example> examples, String split) {
    if (examples.isEmpty()) {
      throw new PerceiverException(
          "the data has no pictures in its split '"
              + split
              + "'; claims needs some to learn from, to choose by and to report on");
    }
    List<Example> order = new ArrayList<>(examples);
    Collections.shuffle(order, new Random(Seeds.mix(seed, "claims", Seeds.hash(split))));
    return order;
  }

  private static List<Example> first(List<Example> examples, int most) {
    return examples.subList(0, Math.min(most, examples.size()));
  }

  private static Pictures pictures(LoadedModel model, ByteArraySpec spec, List<Example> examples) {
    int elements = spec.maxElements();
    float[] pixels = new float[examples.size() * elements * spec.channels()];
    int[] labels = new int[examples.size()];
    int classes = 0;
    int row = 0;
    BatchOptions options = BatchOptions.evaluation(BATCH).on(2, 2);
    try (BatchLoader batches =
        new BatchLoader(
            examples, model.batchMaker(new BadExamples(BadExamplePolicy.FAIL), true), options)) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          var content = java.util.Objects.requireNonNull(batch.modalities().get(Pictures.MODALITY));
          var targets = java.util.Objects.requireNonNull(batch.targets().get(Pictures.HEAD));
          content
              .content()
              .get(
                  pixels,
                  row * elements * spec.channels(),
                  batch.size() * elements * spec.channels());
          classes = targets.size();
          for (int i = 0; i < batch.size(); i++) {
            labels[row++] = largest(targets.row(i));
          }
        }
      }
    }
    return new Pictures(
        pixels, labels, spec.channels(), classes, spec.sharedPositions().orElseThrow());
  }

  /** Index of the largest value, the first of several. */
  static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
