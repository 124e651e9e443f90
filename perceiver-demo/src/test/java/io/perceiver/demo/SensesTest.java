package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.PerceiverException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SensesTest {

  @Test
  void namesAreThoseOfTheColumns() {
    assertThat(Senses.names()).containsExactly("image", "audio", "pointcloud");
  }

  @Test
  void ceilingsAreThoseOfTheStory() {
    assertThat(Senses.ceiling(Set.of())).isEqualTo(1 / 8.0);
    for (String one : Senses.names()) {
      assertThat(Senses.ceiling(Set.of(one))).as(one).isEqualTo(5 / 8.0);
      Set<String> two = new HashSet<>(Senses.names());
      two.remove(one);
      assertThat(Senses.ceiling(two)).as("all but " + one).isEqualTo(7 / 8.0);
    }
    assertThat(Senses.ceiling(Set.copyOf(Senses.names()))).isEqualTo(1);
  }

  @Test
  void noRuleGetsAboveTheCeilingAndTheBestReachesIt() {
    for (int bits = 0; bits < 8; bits++) {
      Set<Sense> senses = new HashSet<>();
      for (Sense sense : Sense.values()) {
        if ((bits >> sense.ordinal() & 1) == 1) {
          senses.add(sense);
        }
      }
      Set<String> names = new HashSet<>(senses.stream().map(Sense::label).toList());
      assertThat(bestRule(senses))
          .as(names.toString())
          .isCloseTo(Senses.ceiling(names), within(0.0));
    }
  }

  /** Bayes: of each impression, the likeliest kind. */
  private static double bestRule(Set<Sense> senses) {
    double prior = 1.0 / Kind.values().length;
    Map<List<Object>, Double> likeliest = new HashMap<>();
    for (Kind kind : Kind.values()) {
      List<Object> impression =
          Arrays.stream(Sense.values())
              .filter(senses::contains)
              .<Object>map(sense -> sense.impression(kind))
              .toList();
      likeliest.merge(impression, prior, Math::max);
    }
    return likeliest.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  @Test
  void anUnknownSenseIsNamedBesideTheKnownOnes() {
    assertThatThrownBy(() -> Senses.ceiling(Set.of("smell")))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("[image, audio, pointcloud], asked for [smell]");
  }
}
