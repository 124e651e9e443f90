package io.perceiver.data;

import io.perceiver.api.Augmentation;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.Modality;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceDescription;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.Tokenizer;
import io.perceiver.api.UnreadableExampleException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * From the source of one modality to its elements: read, augment, tokenize, augment the features.
 * Files of many records are opened once and closed with the pipeline. Thread-safe.
 *
 * <p>Where it may keep examples, it keeps those that were read and will be augmented, and the
 * elements of those that will not. What comes out is the same, bit for bit, with and without.
 *
 * @param <T> one raw example
 */
public final class ModalityPipeline<T> implements Closeable {
  private static final FloatBuffer NO_POSITIONS = FloatBuffer.allocate(0).asReadOnlyBuffer();

  private final String name;
  private final Modality<T> modality;
  private final ByteArraySpec spec;
  private final OpenRecords<T> records;
  private final KeptExamples<T> read;
  private final KeptExamples<TokenizedExample> tokenized;

  /**
   * Makes a pipeline that keeps nothing.
   *
   * @param name the modality's name in the model
   */
  public ModalityPipeline(String name, Modality<T> modality) {
    this(name, modality, CacheBudget.none());
  }

  /**
   * Makes a pipeline.
   *
   * @param name the modality's name in the model
   * @param budget memory that kept examples may take
   */
  public ModalityPipeline(String name, Modality<T> modality, CacheBudget budget) {
    this.name = name;
    this.modality = modality;
    this.spec = modality.tokenizer().spec();
    this.records = new OpenRecords<>(modality.reader());
    this.read = new KeptExamples<>(budget, modality.reader()::memoryBytes);
    this.tokenized =
        new KeptExamples<>(budget, elements -> OptionalLong.of(elements.memoryBytes()));
  }

  /** The modality's name in the model. */
  public String name() {
    return name;
  }

  /** What reads its sources. */
  public ExampleReader<T> reader() {
    return modality.reader();
  }

  /** What the tokenizer writes. */
  public ByteArraySpec spec() {
    return spec;
  }

  /**
   * Prepares one example.
   *
   * @param random draws of the augmentation; null for no augmentation
   * @return to be read only, because it may be kept
   * @throws UnreadableExampleException if the example cannot be read or tokenized, whatever the
   *     reader or tokenizer threw; names the source
   * @throws IOException if the bytes cannot be had
   */
  public TokenizedExample prepare(SourceRecord source, @Nullable RandomGenerator random)
      throws IOException {
    try {
      return random == null || modality.augmentation().isNone()
          ? unchanged(source)
          : tokenize(source, raw(source), random);
    } catch (PerceiverException e) {
      throw new UnreadableExampleException(source.name(), String.valueOf(e.getMessage()), e);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new UnreadableExampleException(
          source.name(), "modality '" + name + "' failed on it with " + e, e);
    }
  }

  /** The elements of an example as it is. */
  private TokenizedExample unchanged(SourceRecord source) throws IOException {
    TokenizedExample elements = tokenized.find(source);
    if (elements == null) {
      T known = read.find(source);
      elements = tokenize(source, known == null ? readAnew(source) : known, null);
      tokenized.offer(source, elements);
    }
    return elements;
  }

  /** An example to be augmented. */
  private T raw(SourceRecord source) throws IOException {
    T example = read.find(source);
    if (example == null) {
      example = readAnew(source);
      read.offer(source, example);
    }
    return example;
  }

  private T readAnew(SourceRecord source) throws IOException {
    return source.record().isPresent()
        ? records.read(source.source(), source.record().getAsInt())
        : modality.reader().read(source.source());
  }

  private TokenizedExample tokenize(SourceRecord source, T raw, @Nullable RandomGenerator random)
      throws IOException {
    Augmentation<T> augmentation = modality.augmentation();
    Tokenizer<T> tokenizer = modality.tokenizer();
    T example = random == null ? raw : augmentation.example(raw, random);
    int elements = tokenizer.elements(example);
    if (elements < 1 || elements > spec.maxElements()) {
      throw new UnreadableExampleException(
          source.name(), "has " + elements + " elements, allowed are 1 to " + spec.maxElements());
    }
    float[] content = new float[Math.multiplyExact(elements, spec.channels())];
    boolean shared = spec.sharedPositions().isPresent();
    float[] positions = new float[shared ? 0 : Math.multiplyExact(elements, spec.axes())];
    tokenizer.tokenize(example, FloatBuffer.wrap(content), view(positions));
    if (random != null) {
      augmentation.features(FloatBuffer.wrap(content), view(positions), elements, random);
    }
    checkFinite(source, "content", content);
    checkFinite(source, "positions", positions);
    return new TokenizedExample(elements, content, positions);
  }

  /**
   * Describes a source as it is stored.
   *
   * @return empty if the modality has nothing to tell
   * @throws IOException if it cannot be read
   */
  public Optional<SourceDescription> describe(ExampleSource source) throws IOException {
    try {
      return modality.reader().describe(source);
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new UnreadableExampleException(
          source.name(), "modality '" + name + "' failed on it with " + e, e);
    }
  }

  private static FloatBuffer view(float[] positions) {
    return positions.length == 0 ? NO_POSITIONS.duplicate() : FloatBuffer.wrap(positions);
  }

  /** One such number would make every weight of the model NaN. */
  private static void checkFinite(SourceRecord source, String what, float[] values)
      throws IOException {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UnreadableExampleException(
            source.name(),
            "its " + what + " holds " + value + ", which is no number to learn from");
      }
    }
  }

  /** Closes the files of many records; nothing can be prepared from them after that. */
  @Override
  public void close() throws IOException {
    records.close();
  }
}
