package io.perceiver.pytorch;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Setting;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.position.FourierFeatures;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/** The smallest modality: a row of floats, big-endian; scattered rows may be shorter. */
final class NumbersPlugin implements ModalityPlugin<NumbersPlugin.Config, float[]> {

  record Config(
      @Setting(value = "elements of an example", min = 1) int elements,
      @Setting(value = "channels of an element", min = 1) int channels,
      @Setting("whether examples bring positions, and may be shorter") boolean scattered) {

    ByteArraySpec spec() {
      return scattered
          ? ByteArraySpec.scattered(elements, channels, "numbers", 1)
          : ByteArraySpec.grid(channels, "numbers", elements);
    }
  }

  @Override
  public String name() {
    return "numbers";
  }

  @Override
  public Config defaults() {
    return new Config(6, 2, false);
  }

  @Override
  public Modality<float[]> create(Config config) {
    return new Modality<>(
        new Reader(),
        Augmentation.none(),
        new Numbers(config),
        FourierFeatures.of(2, 6),
        InputAdapter.identity());
  }

  static byte[] bytes(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Float.BYTES);
    bytes.asFloatBuffer().put(numbers);
    return bytes.array();
  }

  private static final class Reader implements ExampleReader<float[]> {
    @Override
    public float[] read(ExampleSource source) throws IOException {
      try (InputStream in = source.open()) {
        byte[] bytes = in.readAllBytes();
        if (bytes.length % Float.BYTES != 0) {
          throw new UnreadableExampleException(source.name(), "is cut inside a number");
        }
        float[] numbers = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(numbers);
        return numbers;
      }
    }
  }

  private record Numbers(Config config) implements Tokenizer<float[]> {
    @Override
    public ByteArraySpec spec() {
      return config.spec();
    }

    @Override
    public int elements(float[] example) {
      return example.length / config.channels();
    }

    @Override
    public void tokenize(float[] example, FloatBuffer content, FloatBuffer positions) {
      content.put(example);
      if (config.scattered()) {
        for (int i = 0; i < elements(example); i++) {
          positions.put(2f * i / config.elements() - 1);
        }
      }
    }
  }
}
