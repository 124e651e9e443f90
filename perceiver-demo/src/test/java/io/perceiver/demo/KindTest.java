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
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KindTest {
  private static final int SEEDS = 20;
  private static final Renderers RENDERERS = renderers();

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
    Map<Kind, List<byte[]>> files = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      files.put(kind, IntStream.range(0, SEEDS).mapToObj(seed -> file(sense, kind, seed)).toList());
    }
    for (Kind one : Kind.values()) {
      for (Kind other : Kind.values()) {
        boolean alike = one == other || confused.contains(Set.of(one, other));
        assertThat(same(files.get(one), files.get(other)))
            .as(sense + " of " + one + " and " + other)
            .isEqualTo(alike ? SEEDS : 0);
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

  private static int same(List<byte[]> files, List<byte[]> others) {
    return (int)
        IntStream.range(0, SEEDS).filter(i -> Arrays.equals(files.get(i), others.get(i))).count();
  }

  private static byte[] file(Sense sense, Kind kind, int seed) {
    return RENDERERS.of(sense).render(kind, new Random(seed));
  }

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
