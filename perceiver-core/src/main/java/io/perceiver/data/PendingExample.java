package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.internal.data.AugmentationSeed;
import io.perceiver.internal.data.AugmentedSource;
import io.perceiver.internal.data.Followers;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.data.TokenizedExample;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One example while it is prepared. In training, a modality that follows another one gets that
 * one's geometry, even if that one is dropped; if the example lacks it, the follower is not moved.
 * Used by one thread.
 */
final class PendingExample {
  private final Map<String, ModalityPipeline<?>> pipelines;
  private final Followers followers;
  private final Example example;
  private final @Nullable AugmentationSeed epoch;
  private final Map<String, AugmentedSource<?, ?>> opened = new HashMap<>();

  /**
   * Opens nothing yet.
   *
   * @param epoch where the draws begin; null for no augmentation
   */
  PendingExample(
      Map<String, ModalityPipeline<?>> pipelines,
      Followers followers,
      Example example,
      @Nullable AugmentationSeed epoch) {
    this.pipelines = pipelines;
    this.followers = followers;
    this.example = example;
    this.epoch = epoch;
  }

  /**
   * Returns what must be read for some modalities: them, and before each the one it follows. A
   * source that cannot be read is thereby found under its own modality's name.
   */
  Set<String> read(Collection<String> modalities) {
    Set<String> read = new LinkedHashSet<>();
    for (String modality : modalities) {
      followed(modality).ifPresent(read::add);
      read.add(modality);
    }
    return read;
  }

  /** Prepares a modality that the example has. */
  TokenizedExample prepare(String modality) throws IOException {
    if (epoch == null) {
      return pipeline(modality).prepare(Objects.requireNonNull(example.sources().get(modality)));
    }
    AugmentedSource<?, ?> own = open(modality, epoch);
    Optional<String> followed = followed(modality);
    return followed.isPresent() ? own.following(open(followed.get(), epoch)) : own.prepare();
  }

  /** Reads a modality only for the geometry that others take from it. */
  void drawGeometry(String modality) throws IOException {
    if (epoch != null) {
      open(modality, epoch).geometry();
    }
  }

  private Optional<String> followed(String modality) {
    return epoch == null
        ? Optional.empty()
        : followers.moving(modality).filter(example.sources()::containsKey);
  }

  private AugmentedSource<?, ?> open(String modality, AugmentationSeed draws) {
    return opened.computeIfAbsent(
        modality,
        name ->
            pipeline(name)
                .augmented(
                    Objects.requireNonNull(example.sources().get(name)), draws, example.id()));
  }

  private ModalityPipeline<?> pipeline(String modality) {
    return Objects.requireNonNull(pipelines.get(modality));
  }
}
