package io.perceiver.internal.data;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a model is not shown of an example: whole modalities (modality dropout, Perceiver §4.2) and
 * single elements (token masking, Perceiver IO App. I). Immutable.
 *
 * @param modalityDropout by modality: the probability that a training example lacks it
 * @param tokenMasking by modality: the probability that an element is hidden
 * @param outsideTraining whether elements are hidden in evaluation and prediction too
 */
public record Hiding(
    Map<String, Double> modalityDropout,
    Map<String, Double> tokenMasking,
    boolean outsideTraining) {
  private static final String DROPOUT = "modality-dropout";
  private static final String MASKING = "token-masking";

  /** Everything is shown. */
  public static final Hiding NOTHING = new Hiding(Map.of(), Map.of(), false);

  /** Keeps its own copies. */
  public Hiding {
    modalityDropout = Map.copyOf(modalityDropout);
    tokenMasking = Map.copyOf(tokenMasking);
  }

  /**
   * The modalities shown of an example. Each is dropped by its own probability; where that would
   * drop all, one of them, any alike, stays.
   *
   * @param present the modalities that the example has
   * @param epoch where the draws begin; null outside training, where nothing is dropped
   */
  public Set<String> shown(
      Collection<String> present, String exampleId, @Nullable AugmentationSeed epoch) {
    TreeSet<String> shown = new TreeSet<>(present);
    if (epoch == null || modalityDropout.isEmpty()) {
      return shown;
    }
    RandomGenerator random = epoch.generator(DROPOUT, exampleId, "");
    shown.removeIf(modality -> random.nextDouble() < modalityDropout.getOrDefault(modality, 0.0));
    if (shown.isEmpty() && !present.isEmpty()) {
      List<String> sorted = List.copyOf(new TreeSet<>(present));
      shown.add(sorted.get(random.nextInt(sorted.size())));
    }
    return shown;
  }

  /**
   * The elements hidden of one modality of an example.
   *
   * @param epoch where the draws begin; null outside training, where they follow from the example
   *     alone
   * @return by index; null where none is hidden
   */
  public boolean @Nullable [] hidden(
      String modality, int elements, String exampleId, @Nullable AugmentationSeed epoch) {
    double probability = tokenMasking.getOrDefault(modality, 0.0);
    if (probability == 0 || (epoch == null && !outsideTraining)) {
      return null;
    }
    RandomGenerator random =
        epoch == null
            ? Seeds.generator(0, MASKING, Seeds.hash(exampleId), Seeds.hash(modality))
            : epoch.generator(MASKING, exampleId, modality);
    boolean[] hidden = new boolean[elements];
    boolean any = false;
    for (int i = 0; i < elements; i++) {
      hidden[i] = random.nextDouble() < probability;
      any |= hidden[i];
    }
    return any ? hidden : null;
  }
}
