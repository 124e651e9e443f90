package io.perceiver.bench.claims;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.Dataset;
import io.perceiver.data.HostBatch;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.Overrides;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.data.BatchLoader;
import io.perceiver.internal.data.BatchOptions;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.data.Seeds;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.TargetBatch;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/** Reads pictures into memory, the way this project's trainings read them. */
final class PixelReader {
  private static final String CONFIG = "io/perceiver/bench/claims/pixels.yaml";
  private static final int BATCH = 256;

  private final long seed;

  /** The seed decides which examples are taken where not all are. */
  PixelReader(long seed) {
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
    RunConfig config = config(path, values, plugins);
    RunData.Read data = new RunData(plugins).read(config);
    Dataset dataset = data.dataset();
    List<Map<String, String>> rows =
        dataset.split(Splits.TRAIN).stream().map(Example::columns).toList();
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    config.heads().forEach((name, head) -> heads.put(name, head.resolve(plugins, rows)));
    try (PerceiverModel model =
        new ModelAssembler(plugins)
            .assemble(
                config.with(
                    c -> {
                      c.heads = heads;
                      c.data = data.section();
                      c.device = "cpu";
                    }))) {
      return new PixelSplits(
          name(path),
          model.network().encoder(Pictures.MODALITY).input().spec(),
          pictures(model, drawn(dataset, Splits.TRAIN, sizes.train())),
          pictures(model, drawn(dataset, Splits.VALIDATION, sizes.validation())),
          pictures(model, drawn(dataset, Splits.TEST, sizes.test())));
    }
  }

  private static RunConfig config(Path path, List<String> values, PluginRegistry plugins) {
    List<String> all = new ArrayList<>(values);
    all.add("data.path=" + path.toAbsolutePath());
    ConfigNode.Mapping document = YamlReader.resource(PixelReader.class.getClassLoader(), CONFIG);
    return RunConfigReader.read(Overrides.apply(document, all, Path.of("")), plugins);
  }

  /** Not where it lies, which is different on every machine. */
  private static String name(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    int names = whole.getNameCount();
    int kept = Math.min(names, Files.isDirectory(whole) ? 1 : 2);
    return whole.subpath(names - kept, names).toString();
  }

  /** Some examples of a split at random; the demo leaves out the picture of some. */
  private List<Example> drawn(Dataset dataset, String split, int most) {
    List<Example> examples =
        dataset.split(split).stream()
            .filter(example -> example.sources().containsKey(Pictures.MODALITY))
            .collect(Collectors.toCollection(ArrayList::new));
    if (examples.isEmpty()) {
      throw new PerceiverException(
          "the data has no pictures in its split '"
              + split
              + "'; claims needs some to learn from, to choose by and to report on");
    }
    Collections.shuffle(examples, new Random(Seeds.mix(seed, "claims", Seeds.hash(split))));
    return examples.subList(0, Math.min(most, examples.size()));
  }

  private static Pictures pictures(PerceiverModel model, List<Example> examples) {
    ByteArraySpec spec = model.network().encoder(Pictures.MODALITY).input().spec();
    int perPicture = spec.maxElements() * spec.channels();
    float[] pixels = new float[examples.size() * perPicture];
    int[] labels = new int[examples.size()];
    int row = 0;
    BatchMaker maker = model.batchMaker(new BadExamples(BadExamplePolicy.FAIL), true);
    try (BatchLoader batches =
        new BatchLoader(examples, maker, BatchOptions.evaluation(BATCH).on(2, 2))) {
      while (batches.hasNext()) {
        try (HostBatch batch = batches.next()) {
          ModalityBatch shown = Objects.requireNonNull(batch.modalities().get(Pictures.MODALITY));
          shown.content().get(pixels, row * perPicture, batch.size() * perPicture);
          TargetBatch targets = Objects.requireNonNull(batch.targets().get(Pictures.HEAD));
          int[] ids = ((TargetBatch.Ids) targets).ids();
          for (int i = 0; i < batch.size(); i++) {
            labels[row++] = ids[i];
          }
        }
      }
    }
    int classes =
        Objects.requireNonNull(model.trainable().outputs().get(Pictures.HEAD))
            .output()
            .classes()
            .size();
    return new Pictures(
        pixels, labels, spec.channels(), classes, spec.sharedPositions().orElseThrow());
  }
}
