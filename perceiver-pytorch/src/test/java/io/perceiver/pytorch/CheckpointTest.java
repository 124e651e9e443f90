package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.MalformedFileException;
import io.perceiver.internal.run.Checkpoints;
import io.perceiver.run.Checkpoint;
import io.perceiver.train.Model;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.TrainingState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
  private static final List<Example> EIGHT = Samples.noise(8, "train");
  private static final TinyRun RUN = TinyRun.of("{batchSize: 8, epochs: 2}", EIGHT);

  @TempDir private Path folder;
  private final NDManager manager = NDManager.newBaseManager();
  private final OptimizerState optimizer = new OptimizerState(manager);
  private TinyLoop loop;

  @BeforeEach
  void train() throws IOException {
    loop = new TinyLoop(RUN);
    loop.train(EIGHT);
    optimizer.restore("steps/x", new float[] {2}, new Shape());
  }

  @AfterEach
  void close() throws IOException {
    loop.close();
    manager.close();
  }

  private static TrainingState state(long step) {
    return new TrainingState(
        step, 1, 2, 30, 4.5, 6, Double.NaN, 3, Map.of("label", List.of(0.25, 0.5)));
  }

  private Model model() {
    return loop.model().trainable();
  }

  private Checkpoint saved() throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder, 1);
    assertThat(checkpoints.save(model(), optimizer, state(7), true)).isEqualTo("step-00000007");
    return checkpoints.latest();
  }

  @Test
  void everythingComesBackAsItWas() throws IOException {
    Checkpoint checkpoint = saved();
    checkpoint.verify();
    assertThat(checkpoint.state()).isEqualTo(state(7));
    OptimizerState restored = new OptimizerState(manager);
    checkpoint.loadOptimizer(restored);
    assertThat(restored.arrays().keySet()).containsExactly("steps/x");
    assertThat(restored.arrays().get("steps/x").getFloat()).isEqualTo(2);
    SortedMap<String, float[]> weights = loop.weights();
    try (TinyLoop other = new TinyLoop(RUN.with("seed: 7", "seed: 8"))) {
      checkpoint.loadWeights(Checkpoint.WEIGHTS, other.model().network().block());
      other
          .weights()
          .forEach((name, values) -> assertThat(values).as(name).isEqualTo(weights.get(name)));
      assertThat(other.evaluate(EIGHT)).isEqualTo(loop.evaluate(EIGHT));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "optimizer.safetensors", "state.json"})
  void aFileCutShortIsNamed(String file) throws IOException {
    Checkpoint checkpoint = saved();
    Path damaged = checkpoint.folder().resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    Files.write(damaged, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(checkpoint::verify)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.safetensors", "optimizer.safetensors", "state.json"})
  void aFlippedBitIsFoundAndItsFileNamed(String file) throws IOException {
    Checkpoint checkpoint = saved();
    Path damaged = checkpoint.folder().resolve(file);
    byte[] bytes = Files.readAllBytes(damaged);
    bytes[bytes.length - 2] ^= 4;
    Files.write(damaged, bytes);
    assertThatThrownBy(checkpoint::verify)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(file);
  }

  @Test
  void aMissingFileIsNamed() throws IOException {
    Checkpoint checkpoint = saved();
    Files.delete(checkpoint.folder().resolve("state.json"));
    assertThatThrownBy(checkpoint::verify)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("state.json");
  }

  @Test
  void anotherConfigurationsCheckpointIsRefusedAndChangesNothing() throws IOException {
    Checkpoint checkpoint = saved();
    TinyRun other = RUN.with("latents: 4", "latents: 5").with("selfAttends: 1", "selfAttends: 2");
    try (TinyLoop different = new TinyLoop(other)) {
      SortedMap<String, float[]> before = different.weights();
      assertThatThrownBy(
              () -> checkpoint.loadWeights(Checkpoint.WEIGHTS, different.model().network().block()))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining("step-00000007 was made by a model of another configuration")
          .hasMessageContaining("trunk.latents.vectors has shape (4, 8), the model's is (5, 8)")
          .hasMessageContaining("trunk.latent0x1.norm.scale is missing")
          .hasMessageContaining("more differences");
      before.forEach(
          (name, values) -> assertThat(different.weights().get(name)).as(name).isEqualTo(values));
    }
  }

  @Test
  void aLargerModelsWeightsAreUnknownToASmallerOne() throws IOException {
    Checkpoint checkpoint = saved();
    try (TinyLoop smaller = new TinyLoop(RUN.with("selfAttends: 1", "selfAttends: 0"))) {
      assertThatThrownBy(
              () -> checkpoint.loadWeights(Checkpoint.WEIGHTS, smaller.model().network().block()))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining("trunk.latent0x0.attention.keyWeight is none of the model's");
    }
  }

  @Test
  void onlyTheLatestAndTheBestAreKept() throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder, 2);
    for (long step = 1; step <= 5; step++) {
      checkpoints.save(model(), optimizer, state(step), step == 2);
    }
    try (Stream<Path> children = Files.list(folder)) {
      assertThat(children.map(child -> child.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "step-00000002", "step-00000004", "step-00000005", "latest", "best");
    }
    assertThat(checkpoints.best().name()).isEqualTo("step-00000002");
    assertThat(checkpoints.latest().name()).isEqualTo("step-00000005");
    checkpoints.best().verify();
  }

  @Test
  void whereNoneWasBestTheLatestIs() throws IOException {
    Checkpoints checkpoints = new Checkpoints(folder, 1);
    assertThatThrownBy(checkpoints::best)
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("holds no checkpoint yet");
    checkpoints.save(model(), optimizer, state(3), false);
    assertThat(checkpoints.best().name()).isEqualTo("step-00000003");
  }
}
