package io.perceiver.demo;

import static io.perceiver.demo.Kind.BOOSTER;
import static io.perceiver.demo.Kind.LANDER;
import static io.perceiver.demo.Kind.MOON;
import static io.perceiver.demo.Kind.ROCKET;
import static io.perceiver.demo.Kind.SATELLITE;
import static io.perceiver.demo.Kind.SAUCER;
import static io.perceiver.demo.Kind.STAR;
import static io.perceiver.demo.Kind.STATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {

  @Test
  void everySenseConfusesItsThreePairsAndNoOthers() {
    assertThat(confused(Sense.IMAGE))
        .containsExactlyInAnyOrder(
            Set.of(ROCKET, BOOSTER), Set.of(STATION, SAUCER), Set.of(SATELLITE, LANDER));
    assertThat(confused(Sense.AUDIO))
        .containsExactlyInAnyOrder(
            Set.of(ROCKET, BOOSTER), Set.of(STAR, MOON), Set.of(STATION, SATELLITE));
    assertThat(confused(Sense.POINTCLOUD))
        .containsExactlyInAnyOrder(
            Set.of(STATION, SAUCER), Set.of(STAR, MOON), Set.of(ROCKET, LANDER));
  }

  @ParameterizedTest
  @EnumSource
  void noImpressionIsOfNobody(Sense sense) {
    Set<Enum<?>> used = new HashSet<>();
    EnumSet.allOf(Kind.class).forEach(kind -> used.add(sense.impression(kind)));
    Object[] all = sense.impression(ROCKET).getDeclaringClass().getEnumConstants();
    assertThat(used).hasSize(5).hasSize(all.length);
  }

  /** The same draws give the same file: so, drawn anew, the files have the same distribution. */
  @ParameterizedTest
  @EnumSource
  void filesOfConfusedKindsAreTheSameToTheByteAndOthersAreNot(Sense sense) {
    Set<Set<Kind>> confused = confused(sense);
    for (Kind one : Kind.values()) {
      for (Kind other : Kind.values()) {
        boolean alike = one == other || confused.contains(Set.of(one, other));
        assertThat(IntStream.range(0, 20).filter(i -> sameFile(sense, one, other, i)).count())
            .as(sense + " of " + one + " and " + other)
            .isEqualTo(alike ? 20 : 0);
      }
    }
  }

  @Test
  void filesOfASenseAreOfOneLength() {
    for (Sense sense : Sense.values()) {
      assertThat(Arrays.stream(Kind.values()).mapToInt(kind -> file(sense, kind, 1).length))
          .as("not even its length may tell the kind")
          .containsOnly(file(sense, ROCKET, 2).length);
    }
  }

  private static boolean sameFile(Sense sense, Kind one, Kind other, int seed) {
    return Arrays.equals(file(sense, one, seed), file(sense, other, seed));
  }

  private static byte[] file(Sense sense, Kind kind, int seed) {
    return renderers.of(sense).render(kind, new Random(seed));
  }

  private static final Renderers renderers = renderers();

  private static Renderers renderers() {
    Settings settings = new Settings(1, Sizes.DEFAULT, Difficulty.DEFAULT);
    return new Renderers(Layout.of(settings), settings);
  }

  private static Set<Set<Kind>> confused(Sense sense) {
    Set<Set<Kind>> pairs = new HashSet<>();
    for (Kind one : Kind.values()) {
      for (Kind other : Kind.values()) {
        if (one != other && sense.impression(one) == sense.impression(other)) {
          pairs.add(Set.of(one, other));
        }
      }
    }
    return pairs;
  }
}
