package io.perceiver.internal.data;

import io.perceiver.api.Augmentation;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One modality of a training example while it is prepared: its source is read at most once, and its
 * geometry is drawn at most once, however many others follow it. Used by one thread.
 *
 * @param <T> one raw example
 * @param <G> the geometry of its augmentation
 */
public final class AugmentedSource<T, G> {
  private final ModalityPipeline<T> pipeline;
  private final Augmentation<T, G> augmentation;
  private final SourceRecord source;
  private final AugmentationSeed epoch;
  private final String exampleId;
  private @Nullable T raw;
  private @Nullable G geometry;

  AugmentedSource(
      ModalityPipeline<T> pipeline,
      Augmentation<T, G> augmentation,
      SourceRecord source,
      AugmentationSeed epoch,
      String exampleId) {
    this.pipeline = pipeline;
    this.augmentation = augmentation;
    this.source = source;
    this.epoch = epoch;
    this.exampleId = exampleId;
  }

  /**
   * Prepares the modality by a geometry of its own.
   *
   * @return to be read only, because it may be kept
   * @throws UnreadableExampleException if the example cannot be read, changed or tokenized
   * @throws IOException if the source cannot be read
   */
  public TokenizedExample prepare() throws IOException {
    return augmentation.isNone() ? pipeline.prepare(source) : changed(geometry());
  }

  /**
   * Prepares the modality by the geometry of the one it follows.
   *
   * @return to be read only, because it may be kept
   * @throws UnreadableExampleException if either example cannot be read, or this one not tokenized
   * @throws IOException if a source cannot be read
   */
  public TokenizedExample following(AugmentedSource<?, ?> followed) throws IOException {
    return followed.augmentation.drawsGeometry()
        ? changed(augmentation.geometryType().cast(followed.geometry()))
        : prepare();
  }

  /** Draws the geometry, or returns the one that was drawn. */
  public G geometry() throws IOException {
    G drawn = geometry;
    if (drawn == null) {
      T example = raw();
      RandomGenerator random = epoch.geometryGenerator(exampleId, pipeline.name());
      drawn = pipeline.guarded(source, () -> augmentation.drawGeometry(example, random));
      geometry = drawn;
    }
    return drawn;
  }

  private TokenizedExample changed(G moved) throws IOException {
    RandomGenerator random = epoch.generator(exampleId, pipeline.name());
    return pipeline.changed(source, raw(), augmentation, moved, random);
  }

  private T raw() throws IOException {
    T example = raw;
    if (example == null) {
      example = pipeline.guarded(source, () -> pipeline.raw(source));
      raw = example;
    }
    return example;
  }
}
