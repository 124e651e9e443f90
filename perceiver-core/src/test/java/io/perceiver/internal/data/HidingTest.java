package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HidingTest {
  private static final int DRAWS = 20_000;
  private static final AugmentationSeed EPOCH = new AugmentationSeed(1, 0);

  private static Hiding dropout(Map<String, Double> probabilities) {
    return new Hiding(probabilities, Map.of(), false);
  }

  @Test
  void eachModalityIsDroppedByItsOwnProbabilityAndNeverAll() {
    Hiding hiding = dropout(Map.of("image", 0.5, "sound", 0.2));
    Map<String, Integer> counts = new TreeMap<>();
    for (int i = 0; i < DRAWS; i++) {
      Set<String> shown = hiding.shown(List.of("image", "sound"), "example " + i, EPOCH);
      counts.merge(String.join("+", shown), 1, Integer::sum);
    }
    assertThat(counts).containsOnlyKeys("image", "sound", "image+sound");
    // both stay with 0.5 × 0.8; both drawn, 0.5 × 0.2, leaves either alone half the time
    assertShare(counts.get("image+sound"), 0.4);
    assertShare(counts.get("image"), 0.5 * 0.2 + 0.05);
    assertShare(counts.get("sound"), 0.5 * 0.8 + 0.05);
  }

  @Test
  void theOnlyModalityOfAnExampleIsNeverDropped() {
    Hiding hiding = dropout(Map.of("image", 0.99));
    for (int i = 0; i < 100; i++) {
      assertThat(hiding.shown(Set.of("image"), "example " + i, EPOCH)).containsExactly("image");
    }
  }

  @Test
  void drawsFollowFromSeedEpochAndExampleAlone() {
    Hiding hiding = dropout(Map.of("image", 0.5, "sound", 0.5));
    List<String> both = List.of("image", "sound");
    boolean epochsDiffer = false;
    for (int i = 0; i < 100; i++) {
      String id = "example " + i;
      Set<String> shown = hiding.shown(both, id, EPOCH);
      assertThat(hiding.shown(both, id, new AugmentationSeed(1, 0))).isEqualTo(shown);
      epochsDiffer |= !hiding.shown(both, id, new AugmentationSeed(1, 1)).equals(shown);
    }
    assertThat(epochsDiffer).isTrue();
  }

  @Test
  void nothingIsDroppedOutsideTraining() {
    Hiding hiding = dropout(Map.of("image", 0.9, "sound", 0.9));
    for (int i = 0; i < 100; i++) {
      assertThat(hiding.shown(List.of("image", "sound"), "example " + i, null)).hasSize(2);
    }
  }

  @Test
  void elementsAreHiddenByTheProbability() {
    Hiding hiding = new Hiding(Map.of(), Map.of("image", 0.15), false);
    boolean[] hidden = hiding.hidden("image", DRAWS, "example", EPOCH);
    int count = 0;
    for (boolean one : hidden) {
      count += one ? 1 : 0;
    }
    assertThat(hidden).hasSize(DRAWS);
    assertShare(count, 0.15);
    assertThat(hiding.hidden("sound", DRAWS, "example", EPOCH)).isNull();
  }

  @Test
  void elementsAreHiddenOutsideTrainingOnlyWhereAskedForAndThenAlwaysTheSame() {
    Map<String, Double> half = Map.of("image", 0.5);
    assertThat(new Hiding(Map.of(), half, false).hidden("image", 50, "a", null)).isNull();
    Hiding always = new Hiding(Map.of(), half, true);
    assertThat(always.hidden("image", 50, "a", null))
        .isEqualTo(always.hidden("image", 50, "a", null))
        .isNotEqualTo(always.hidden("image", 50, "b", null));
  }

  /** Within five standard deviations: a right one fails once in a million seeds. */
  private static void assertShare(int count, double probability) {
    double sd = Math.sqrt(probability * (1 - probability) / DRAWS);
    assertThat((double) count / DRAWS).isBetween(probability - 5 * sd, probability + 5 * sd);
  }
}
