package io.perceiver.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import io.perceiver.api.ByteArray;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.position.NoPositions;
import io.perceiver.config.LayerSection;
import io.perceiver.config.LayerSections;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Latent layers of a stranger's in a jar that uses the api alone: one with a temperature it learns,
 * one with rotary positions.
 */
class LatentLayerJarTest {
  private static final String SOURCE =
      """
      import ai.djl.ndarray.NDArray;
      import ai.djl.nn.Parameter;
      import ai.djl.training.ParameterStore;
      import ai.djl.training.initializer.Initializer;
      import io.perceiver.api.layer.*;

      public class Tempered implements LatentLayerPlugin<Tempered.Settings> {
        public record Settings(int tokens) {}
        public String name() { return "tempered"; }
        public Settings defaults() { return new Settings(0); }
        public LatentLayer create(Settings settings, LatentLayerSpec spec, LayerFactory layers) {
          return new Block(settings, spec, layers);
        }

        static final class Block extends LatentLayer {
          private final Settings settings;
          private final MappingLayer norm;
          private final AttentionLayer attention;
          private final Parameter temperature;

          Block(Settings settings, LatentLayerSpec spec, LayerFactory layers) {
            this.settings = settings;
            int channels = spec.latents().channels();
            norm = addChildBlock("norm", layers.norm(channels));
            attention =
                addChildBlock("attention", layers.attention(channels, channels, spec.attention()));
            temperature =
                parameter("temperature", Parameter.Type.OTHER, Initializer.ONES, 1);
          }

          @Override
          public NDArray forward(ParameterStore parameters, NDArray z, boolean training) {
            NDArray normed = norm.forward(parameters, z, training);
            NDArray queries =
                normed.mul(parameters.getValue(temperature, z.getDevice(), training));
            NDArray next =
                attention.forward(parameters, queries, normed, null, training).add(z);
            return settings.tokens() == 0 ? next : next.get(":, :" + settings.tokens());
          }
        }
      }
      """;

  /** Attention whose queries and keys are turned by the latents' indices (Su et al. 2021). */
  private static final String ROTARY =
      """
      import ai.djl.ndarray.NDArray;
      import ai.djl.ndarray.NDArrays;
      import ai.djl.ndarray.NDList;
      import ai.djl.ndarray.types.Shape;
      import ai.djl.training.ParameterStore;
      import io.perceiver.api.Scalars;
      import io.perceiver.api.layer.*;

      public class Rotary implements LatentLayerPlugin<Rotary.Settings> {
        public record Settings() {}
        public String name() { return "rotary"; }
        public Settings defaults() { return new Settings(); }
        public LatentLayer create(Settings settings, LatentLayerSpec spec, LayerFactory layers) {
          return new Block(spec.latents().channels(), layers);
        }

        static final class Block extends LatentLayer {
          private final int channels;
          private final MappingLayer norm;
          private final MappingLayer query;
          private final MappingLayer key;
          private final MappingLayer value;

          Block(int channels, LayerFactory layers) {
            this.channels = channels;
            norm = addChildBlock("norm", layers.norm(channels));
            query = addChildBlock("query", layers.linear(channels, channels, false));
            key = addChildBlock("key", layers.linear(channels, channels, false));
            value = addChildBlock("value", layers.linear(channels, channels));
          }

          @Override
          public NDArray forward(ParameterStore parameters, NDArray z, boolean training) {
            NDArray normed = norm.forward(parameters, z, training);
            NDArray q = turned(query.forward(parameters, normed, training));
            NDArray k = turned(key.forward(parameters, normed, training));
            NDArray v = value.forward(parameters, normed, training);
            NDArray logits = Scalars.divide(q.matMul(k.transpose(0, 2, 1)), Math.sqrt(channels));
            return logits.softmax(-1).matMul(v).add(z);
          }

          private NDArray turned(NDArray x) {
            int latents = (int) x.getShape().get(1);
            float[] cosines = new float[latents * channels / 2];
            float[] sines = new float[cosines.length];
            for (int i = 0; i < cosines.length; i++) {
              int pair = i % (channels / 2);
              double angle = i / (channels / 2) * Math.pow(100, -2.0 * pair / channels);
              cosines[i] = (float) Math.cos(angle);
              sines[i] = (float) Math.sin(angle);
            }
            Shape shape = new Shape(1, latents, channels / 2);
            NDArray cos = x.getManager().create(cosines, shape);
            NDArray sin = x.getManager().create(sines, shape);
            NDList halves = x.split(2, 2);
            NDArray left = halves.get(0).mul(cos).sub(halves.get(1).mul(sin));
            NDArray right = halves.get(0).mul(sin).add(halves.get(1).mul(cos));
            return NDArrays.concat(new NDList(left, right), 2);
          }
        }
      }
      """;

  private static PluginRegistry registry;

  @BeforeAll
  static void load(@TempDir Path folder) throws IOException {
    Path jar =
        new TestJar()
            .source("Tempered", SOURCE)
            .source("Rotary", ROTARY)
            .service(PluginKind.LATENT_LAYER, "Tempered")
            .service(PluginKind.LATENT_LAYER, "Rotary")
            .write(folder.resolve("plugins").resolve("tempered.jar"));
    registry =
        PluginLoader.load(LatentLayerJarTest.class.getClassLoader(), List.of(jar.getParent()));
  }

  private static Perceiver network(Record settings) {
    return network("tempered", settings);
  }

  private static Perceiver network(String type) {
    return network(type, registry.latentLayer(type).defaults());
  }

  private static Perceiver network(String type, Record settings) {
    LayerSections sections =
        new LayerSections(LayerSections.DEFAULT.cross(), new LayerSection(type, settings));
    return Perceiver.builder()
        .grid("grid", 3, new NoPositions(), 6)
        .trunk(PerceiverConfig.lucidrains(2, 4, 8))
        .layers(sections.create(registry))
        .kernels(new PlainKernels())
        .head("label", ClassificationHead.of(3))
        .build();
  }

  private static Record defaults() {
    return registry.latentLayer("tempered").defaults();
  }

  @Test
  void itIsListedDescribedAndNotGuessedAt() {
    ModelDescription description = ModelDescription.of(network(defaults()), 2);

    assertThat(registry.names(PluginKind.LATENT_LAYER)).contains("tempered", "self-attention");
    assertThat(description.layers()).anyMatch(row -> row.kind().equals("tempered"));
    assertThat(description.notStated()).containsExactly("latent0x0", "latent1x0");
    assertThat(description.memory().notStated()).containsExactly("latent0x0", "latent1x0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"tempered", "rotary"})
  void everyParameterLearnsAlikeWithAndWithoutCheckpointing(String type) {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Perceiver network = network(type).initialize(manager, 3);
      Map<String, float[]> kept = gradients(network, manager, false);
      Map<String, float[]> again = gradients(network, manager, true);

      assertThat(kept.keySet()).isEqualTo(Weights.named(network).keySet());
      kept.forEach(
          (name, gradient) -> {
            assertThat(again.get(name)).as(name).hasSameSizeAs(gradient);
            double size = 0;
            for (int i = 0; i < gradient.length; i++) {
              size += Math.abs(gradient[i]);
              assertThat(again.get(name)[i]).as(name).isCloseTo(gradient[i], within(1e-5f));
            }
            assertThat(size).as(name).isPositive();
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"tempered, temperature", "rotary, query.weight"})
  void trainedAFewStepsItsLossFallsAndItsOwnParameterMoves(String type, String name) {
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Perceiver network = network(type).initialize(manager, 3);
      Parameter own = Weights.named(network).get("trunk.latent0x0." + name);
      float[] before = Weights.floats(own.getArray());
      double first = loss(network, manager);
      for (int step = 0; step < 5; step++) {
        Map<String, float[]> gradients = gradients(network, manager, false);
        Weights.named(network)
            .forEach((each, parameter) -> descend(parameter, gradients.get(each)));
      }
      assertThat(loss(network, manager)).isLessThan(first);
      assertThat(Weights.floats(own.getArray())).isNotEqualTo(before);
    }
  }

  @Test
  void aChangedShapeIsRefusedByTypeAndShapes() throws ReflectiveOperationException {
    Record one = (Record) defaults().getClass().getConstructor(int.class).newInstance(2);
    try (NDManager manager = NDManager.newBaseManager("PyTorch")) {
      Perceiver network = network(one).initialize(manager, 3);
      assertThatThrownBy(() -> loss(network, manager))
          .isInstanceOf(PerceiverException.class)
          .hasMessageContaining("model.latentLayer")
          .hasMessageContaining("'tempered'")
          .hasMessageContaining("(2, 2, 8)")
          .hasMessageContaining("(2, 4, 8)");
    }
  }

  private static void descend(Parameter parameter, float[] gradient) {
    float[] values = Weights.floats(parameter.getArray());
    for (int i = 0; i < values.length; i++) {
      values[i] -= 0.01f * gradient[i];
    }
    Weights.put(values, parameter);
  }

  private static double loss(Perceiver network, NDManager manager) {
    try (NDManager pass = manager.newSubManager()) {
      return loss(network, new ParameterStore(pass, false), pass, false).getFloat();
    }
  }

  private static NDArray loss(
      Perceiver network, ParameterStore parameters, NDManager pass, boolean training) {
    float[] content = new float[2 * 6 * 3];
    for (int i = 0; i < content.length; i++) {
      content[i] = (float) Math.sin(1.7 * i);
    }
    NDArray raw = pass.create(content, new Shape(2, 6, 3));
    Map<String, ByteArray> batch = Map.of("grid", new ByteArray(raw, null, null));
    NDArray logits = network.forward(parameters, batch, training).output("label");
    return logits.logSoftmax(-1).get(":, 0").neg().sum();
  }

  private static Map<String, float[]> gradients(
      Perceiver network, NDManager manager, boolean recomputes) {
    try (NDManager step = manager.newSubManager()) {
      StepParameters leaves = new StepParameters(step, recomputes, 5);
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        leaves.backward(collector, loss(network, leaves, step, true));
      }
      Map<String, float[]> named = new TreeMap<>();
      Map<Parameter, NDArray> gradients = leaves.gradients();
      Weights.named(network)
          .forEach(
              (name, parameter) -> {
                if (gradients.containsKey(parameter)) {
                  named.put(name, Weights.floats(gradients.get(parameter)));
                }
              });
      return named;
    }
  }
}
