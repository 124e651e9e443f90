package io.perceiver.testkit;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.position.FourierFeatures;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * The contract over rows of numbers, which are mirrored now and then, and can follow each other.
 */
class OfRows extends ModalityPluginContract<OfRows.Config, float[]> {

  /** How rows are read and changed. */
  record Config(
      @Setting(value = "numbers taken of a row", min = 1, max = 64) int width,
      @Setting(value = "probability of a mirror image", min = 0, max = 1) double mirrored) {
    Config {
      Problems problems = new Problems("");
      problems.checkRange("width", width, 1, 64);
      problems.check(mirrored >= 0 && mirrored <= 1, "mirrored", mirrored, "0 to 1");
      problems.throwIfAny();
    }
  }

  /** Whether a row is mirrored. */
  record Mirrored(boolean isMirrored) {}

  /** Mirrors rows; a correct augmentation with a geometry. */
  static class Mirroring implements Augmentation<float[], Mirrored> {
    final Config config;

    Mirroring(Config config) {
      this.config = config;
    }

    @Override
    public Class<Mirrored> geometryType() {
      return Mirrored.class;
    }

    @Override
    public boolean drawsGeometry() {
      return config.mirrored() > 0;
    }

    @Override
    public boolean isNone() {
      return !drawsGeometry();
    }

    @Override
    public Mirrored drawGeometry(float[] example, RandomGenerator random) {
      return new Mirrored(random.nextDouble() < config.mirrored());
    }

    @Override
    public float[] apply(float[] example, Mirrored geometry, RandomGenerator random) {
      float[] changed = example.clone();
      for (int i = 0; geometry.isMirrored() && i < example.length; i++) {
        changed[i] = example[example.length - 1 - i];
      }
      return changed;
    }
  }

  private record Nearest(int width) implements Tokenizer<float[]> {
    @Override
    public ByteArraySpec spec() {
      return ByteArraySpec.scattered(width, 1, "value", 1);
    }

    @Override
    public int elements(float[] example) {
      return width;
    }

    @Override
    public void tokenize(float[] example, FloatBuffer content, FloatBuffer positions) {
      for (int i = 0; i < width; i++) {
        double place = (i + 0.5) / width;
        content.put(example[(int) (place * example.length)]);
        positions.put((float) (2 * place - 1));
      }
    }
  }

  /** What is broken on purpose. */
  Augmentation<float[], ?> augmentation(Config config) {
    return new Mirroring(config);
  }

  @Override
  protected ModalityPlugin<Config, float[]> plugin() {
    return new ModalityPlugin<>() {
      @Override
      public String name() {
        return "rows";
      }

      @Override
      public Config defaults() {
        return new Config(8, 0);
      }

      @Override
      public Modality<float[]> create(Config config) {
        return new Modality<>(
            source -> {
              throw new UnreadableExampleException(source.name(), "rows come from memory");
            },
            augmentation(config),
            new Nearest(config.width()),
            FourierFeatures.of(2, 8),
            InputAdapter.identity());
      }
    };
  }

  @Override
  protected Config validConfig() {
    return new Config(8, 0.5);
  }

  @Override
  protected List<float[]> examples() {
    return List.of(
        new float[] {1, 2, 3, 4, 0, 0, 0, 0}, new float[] {0, 0, -1, 1}, new float[] {-2, 2});
  }

  @Override
  protected Map<String, Supplier<Config>> invalidConfigs() {
    return Map.of("width", () -> new Config(0, 0));
  }

  @Override
  protected List<FollowedScene<Config, float[]>> followedScenes() {
    float[] scene = new float[16];
    scene[2] = 1;
    scene[3] = 1;
    float[] view = new float[8];
    view[1] = 3;
    return List.of(
        new FollowedScene<>(new Config(16, 0.5), scene, new Config(8, 0), view, 0.25, true));
  }

  @Override
  protected boolean installs() {
    return false;
  }

  @Override
  protected boolean readsSources() {
    return false;
  }
}
