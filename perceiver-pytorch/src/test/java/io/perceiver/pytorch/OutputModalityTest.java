package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.MemorySource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunResult;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A modality that is read, but not shown to the model. */
class OutputModalityTest {
  private static final String TRAINING = "{batchSize: 4, epochs: 2}";
  @TempDir private Path runs;

  private static TinyRun withMask(List<Example> examples) {
    return TinyRun.of(TRAINING, examples)
        .with("  numbers: {}\n", "  numbers: {}\n  mask: {plugin: numbers, role: output}\n");
  }

  private static List<Example> masked(List<Example> examples, float value) {
    List<Example> masked = new ArrayList<>();
    for (Example example : examples) {
      Map<String, SourceRecord> sources = new HashMap<>(example.sources());
      float[] mask = new float[12];
      mask[0] = value;
      sources.put("mask", Samples.source(example.id() + ".mask", mask));
      masked.add(new Example(example.id(), example.split(), example.columns(), sources));
    }
    return masked;
  }

  private static List<Example> data() {
    List<Example> examples = new ArrayList<>(Samples.noise(12, "train"));
    examples.addAll(Samples.noise(6, "validation"));
    return examples;
  }

  @Test
  void aTrainingWithItIsTheTrainingWithoutIt() throws IOException {
    RunResult without = TinyRun.of(TRAINING, data()).train(runs);
    RunResult with = withMask(masked(data(), 1)).train(runs);
    RunResult another = withMask(masked(data(), 2)).train(runs);

    assertThat(weights(with)).isNotEmpty().isEqualTo(weights(without)).isEqualTo(weights(another));
  }

  /** What every checkpoint holds, by its path within the run. */
  private static Map<String, ByteBuffer> weights(RunResult run) throws IOException {
    Map<String, ByteBuffer> weights = new TreeMap<>();
    Path checkpoints = run.folder().checkpoints();
    try (Stream<Path> files = Files.walk(checkpoints)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".safetensors")).toList()) {
        String name = checkpoints.relativize(file).toString();
        weights.put(name, ByteBuffer.wrap(Files.readAllBytes(file)));
      }
    }
    return weights;
  }

  @Test
  void predictingNeedsTheInputsAlone() throws IOException {
    try (TinyLoop loop = new TinyLoop(withMask(List.of()))) {
      PerceiverModel model = loop.model();
      MemorySource numbers = new MemorySource("n", NumbersPlugin.bytes(new float[12]));

      assertThat(model.readers()).containsOnlyKeys("numbers");
      assertThat(model.predict(Map.of("numbers", numbers))).containsOnlyKeys("label");
      assertThat(model.predict(Map.of("numbers", numbers, "mask", numbers)))
          .isEqualTo(model.predict(Map.of("numbers", numbers)));
      assertThatThrownBy(() -> model.predict(Map.of("mask", numbers)))
          .isInstanceOf(PerceiverException.class)
          .hasMessage("example 'example' has none of the model's inputs [numbers]; it has [mask]");
    }
  }

  @Test
  void anExampleOfOutputsAloneIsRefused() {
    List<Example> examples = new ArrayList<>(masked(data(), 1));
    Map<String, SourceRecord> mask = Map.of("mask", Samples.source("alone.mask", new float[12]));
    examples.add(new Example("alone", "train", Map.of("label", "a"), mask));

    assertThatThrownBy(() -> withMask(examples).train(runs))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "1 example has no source of an input (numbers), only of outputs: alone. Give it one, or"
                + " remove it");
  }
}
