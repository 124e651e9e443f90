package io.perceiver.internal.data;

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
import io.perceiver.api.ValueSource;
import io.perceiver.data.ModalityUse;
import java.io.Closeable;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

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
  private final ModalityUse use;
  private final Modality<T> modality;
  private final ByteArraySpec spec;
  private final OpenRecords<T> records;
  private final KeptExamples<T> read;
  private final KeptExamples<TokenizedExample> tokenized;

  /**
   * Makes the pipeline of an input that follows no other, and keeps nothing.
   *
   * @param name the modality's name in the model
   */
  public ModalityPipeline(String name, Modality<T> modality) {
    this(name, ModalityUse.INPUT, modality, CacheBudget.none());
  }

  /**
   * Makes a pipeline.
   *
   * @param name the modality's name in the model
   * @param use what the model does with it
   * @param budget memory that kept examples may take
   */
  public ModalityPipeline(String name, ModalityUse use, Modality<T> modality, CacheBudget budget) {
    this.name = name;
    this.use = use;
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

  /** Returns what the model does with the modality. */
  public ModalityUse use() {
    return use;
  }

  /** Returns its random changes. */
  Augmentation<T, ?> augmentation() {
    return modality.augmentation();
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
   * Prepares one example without augmentation.
   *
   * @return to be read only, because it may be kept
   * @throws UnreadableExampleException if the example cannot be read or tokenized, whatever the
   *     reader or tokenizer threw; names the source
   * @throws IOException if the source cannot be read
   */
  public TokenizedExample prepare(SourceRecord source) throws IOException {
    return guarded(source, () -> unchanged(source));
  }

  /**
   * Returns one example to be prepared with augmentation. Reads nothing yet.
   *
   * @param epoch where the draws begin
   * @param exampleId the example in the data set
   */
  public AugmentedSource<T, ?> augmented(
      SourceRecord source, AugmentationSeed epoch, String exampleId) {
    return augmented(modality.augmentation(), source, epoch, exampleId);
  }

  private <G> AugmentedSource<T, G> augmented(
      Augmentation<T, G> augmentation,
      SourceRecord source,
      AugmentationSeed epoch,
      String exampleId) {
    return new AugmentedSource<>(this, augmentation, source, epoch, exampleId);
  }

  /** A step of the preparation, which runs a plugin's code. */
  interface Step<R> {
    R run() throws IOException;
  }

  /** Runs a step; whatever the plugin throws becomes an exception that names the source. */
  <R> R guarded(SourceRecord source, Step<R> step) throws IOException {
    try {
      return step.run();
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
      elements = tokenize(source, known == null ? readAnew(source) : known);
      checkFinite(source, elements);
      tokenized.offer(source, elements);
    }
    return elements;
  }

  /** Returns an example to be augmented. */
  T raw(SourceRecord source) throws IOException {
    T example = read.find(source);
    if (example == null) {
      example = readAnew(source);
      read.offer(source, example);
    }
    return example;
  }

  private T readAnew(SourceRecord source) throws IOException {
    if (source.source() instanceof ValueSource value) {
      return value.readBy(modality.reader());
    }
    return source.record().isPresent()
        ? records.read(source.source(), source.record().getAsInt())
        : modality.reader().read(source.source());
  }

  /** Augments and tokenizes an example. */
  <G> TokenizedExample changed(
      SourceRecord source,
      T raw,
      Augmentation<T, G> augmentation,
      G geometry,
      RandomGenerator random)
      throws IOException {
    return guarded(
        source,
        () -> {
          TokenizedExample made = tokenize(source, augmentation.apply(raw, geometry, random));
          FloatBuffer content = FloatBuffer.wrap(made.content());
          augmentation.features(content, view(made.positions()), made.elements(), geometry, random);
          checkFinite(source, made);
          return made;
        });
  }

  private TokenizedExample tokenize(SourceRecord source, T example) throws IOException {
    Tokenizer<T> tokenizer = modality.tokenizer();
    int elements = tokenizer.elements(example);
    if (elements < 1 || elements > spec.maxElements()) {
      throw new UnreadableExampleException(
          source.name(), "has " + elements + " elements, allowed are 1 to " + spec.maxElements());
    }
    float[] content = new float[Math.multiplyExact(elements, spec.channels())];
    boolean shared = spec.sharedPositions().isPresent();
    float[] positions = new float[shared ? 0 : Math.multiplyExact(elements, spec.axes())];
    tokenizer.tokenize(example, FloatBuffer.wrap(content), view(positions));
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

  private static void checkFinite(SourceRecord source, TokenizedExample made) throws IOException {
    checkFinite(source, "content", made.content());
    checkFinite(source, "positions", made.positions());
  }

  /** One such number would make every weight of the model NaN. */
  private static void checkFinite(SourceRecord source, String what, float[] values)
      throws IOException {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UnreadableExampleException(
            source.name(), "its " + what + " holds " + value + ", which is not finite");
      }
    }
  }

  /** Closes the files of many records; nothing can be prepared from them after that. */
  @Override
  public void close() throws IOException {
    records.close();
  }
}
