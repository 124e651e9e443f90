package io.perceiver.internal.data;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.InputAdapter;
import io.perceiver.api.MemorySource;
import io.perceiver.api.Modality;
import io.perceiver.api.Positions;
import io.perceiver.api.RecordFile;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.position.NoPositions;
import io.perceiver.data.ModalityUse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * A modality of plain texts: {@code "1 2.5 3"} has three elements of two channels, the number and
 * its square, at positions 0, 0.1, 0.2. A text file's lines are its records.
 */
public final class Numbers implements ExampleReader<float[]> {
  public static final int LONGEST = 6;

  /** A power of two, so that shifts add without rounding. */
  public static final float STEP = 0.25f;

  public final AtomicInteger read = new AtomicInteger();
  public final AtomicInteger opened = new AtomicInteger();
  public final AtomicInteger closed = new AtomicInteger();

  /** Any length up to {@link #LONGEST}. */
  public ModalityPipeline<float[]> scattered(String name) {
    return scattered(name, CacheBudget.none());
  }

  /** The same, with memory for kept examples. */
  public ModalityPipeline<float[]> scattered(String name, CacheBudget budget) {
    return pipeline(name, ByteArraySpec.scattered(LONGEST, 2, "number and square", 1), budget);
  }

  /** Every example has four elements at the same places. */
  public ModalityPipeline<float[]> fixed(String name) {
    return pipeline(
        name,
        new ByteArraySpec(4, 2, 1, Optional.of(Positions.grid(4)), "number and square"),
        CacheBudget.none());
  }

  /** Is shifted, or moved by what it follows, and not changed in any other way. */
  public ModalityPipeline<float[]> shifting(
      String name, boolean shifts, ModalityUse use, CacheBudget budget) {
    ByteArraySpec spec = ByteArraySpec.scattered(LONGEST, 2, "number and square", 1);
    return pipeline(name, use, new Jitter(false, shifts), spec, budget);
  }

  private ModalityPipeline<float[]> pipeline(String name, ByteArraySpec spec, CacheBudget budget) {
    return pipeline(name, ModalityUse.INPUT, new Jitter(true, false), spec, budget);
  }

  private ModalityPipeline<float[]> pipeline(
      String name, ModalityUse use, Jitter jitter, ByteArraySpec spec, CacheBudget budget) {
    return new ModalityPipeline<>(
        name,
        use,
        new Modality<>(this, jitter, new Squares(spec), new NoPositions(), InputAdapter.identity()),
        budget);
  }

  public static ExampleSource source(String name, String text) {
    return new MemorySource(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(ExampleSource source) throws IOException {
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public float[] read(ExampleSource source) throws IOException {
    read.incrementAndGet();
    return parse(source.name(), text(source));
  }

  @Override
  public OptionalLong memoryBytes(float[] example) {
    return OptionalLong.of(Float.BYTES * (long) example.length);
  }

  private static float[] parse(String name, String text) throws IOException {
    if (text.equals("crash")) {
      throw new IllegalStateException("a bug");
    }
    String[] parts = text.split(" ");
    float[] numbers = new float[parts.length];
    for (int i = 0; i < parts.length; i++) {
      try {
        numbers[i] = Float.parseFloat(parts[i]);
      } catch (NumberFormatException e) {
        throw new UnreadableExampleException(name, "'" + parts[i] + "' is not a number", e);
      }
    }
    return numbers;
  }

  @Override
  public RecordFile<float[]> openRecords(ExampleSource source) throws IOException {
    opened.incrementAndGet();
    String[] lines = text(source).split("\n");
    if (lines[0].equals("damaged")) {
      throw new UnreadableExampleException(source.name(), "is damaged");
    }
    return new RecordFile<>() {
      @Override
      public int count() {
        return lines.length;
      }

      @Override
      public float[] read(int index) throws IOException {
        return parse(source.name(), lines[index]);
      }

      @Override
      public void close() {
        closed.incrementAndGet();
      }
    };
  }

  /**
   * Adds a draw to every number, and another to every channel; its geometry is a shift by {@link
   * #STEP} times a whole number.
   */
  private static final class Jitter implements Augmentation<float[], Integer> {
    private final boolean noise;
    private final boolean shifts;

    Jitter(boolean noise, boolean shifts) {
      this.noise = noise;
      this.shifts = shifts;
    }

    @Override
    public Class<Integer> geometryType() {
      return Integer.class;
    }

    @Override
    public boolean drawsGeometry() {
      return shifts;
    }

    @Override
    public boolean isNone() {
      return !noise && !shifts;
    }

    @Override
    public Integer drawGeometry(float[] example, RandomGenerator random) {
      return shifts ? random.nextInt(1, 1000) : 0;
    }

    @Override
    public float[] apply(float[] example, Integer geometry, RandomGenerator random) {
      float[] changed = example.clone();
      for (int i = 0; i < changed.length; i++) {
        changed[i] += STEP * geometry + (noise ? random.nextFloat() : 0);
      }
      return changed;
    }

    @Override
    public void features(
        FloatBuffer content,
        FloatBuffer positions,
        int elements,
        Integer geometry,
        RandomGenerator random) {
      for (int i = 0; noise && i < content.limit(); i++) {
        content.put(i, content.get(i) + random.nextFloat());
      }
    }
  }

  private record Squares(ByteArraySpec spec) implements Tokenizer<float[]> {
    @Override
    public int elements(float[] example) {
      return example.length;
    }

    @Override
    public void tokenize(float[] example, FloatBuffer content, FloatBuffer positions) {
      for (int i = 0; i < example.length; i++) {
        content.put(example[i]).put(example[i] * example[i]);
        if (spec.sharedPositions().isEmpty()) {
          positions.put(i / 10f);
        }
      }
    }
  }
}
