package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.OneWayAnova;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;

class SceneSourceTest {
  private static final int COUNT = 4000;
  private static final double SIGNIFICANT = 0.001; // seeds are fixed: no flakiness, only a verdict
  private static final List<Kind> KINDS = List.of(Kind.values());
  private static final List<Scene> SCENES = scenes();

  @Test
  void everyKindIsEquallyFrequentInEverySplit() {
    SceneSource source = new SceneSource(new Draws(3), Difficulty.DEFAULT);
    for (Split split : Split.values()) {
      long[] counts = new long[Kind.values().length];
      IntStream.range(0, 803).forEach(i -> counts[KINDS.indexOf(source.kind(split, i))]++);
      assertThat(counts).containsOnly(100, 101);
    }
  }

  @Test
  void theOrderOfKindsHasNoPattern() {
    long[][] pairs = new long[8][8]; // a kind against the one at the same place of the next block
    for (int i = 0; i + 8 < COUNT; i++) {
      pairs[KINDS.indexOf(SCENES.get(i).kind())][KINDS.indexOf(SCENES.get(i + 8).kind())]++;
    }
    assertThat(TestUtils.chiSquareTest(pairs)).isGreaterThan(SIGNIFICANT);
  }

  @Test
  void nothingButTheOutlineTellsTheKind() {
    assertSameForEveryKind(Scene::x);
    assertSameForEveryKind(Scene::y);
    assertSameForEveryKind(Scene::diameter);
    assertSameForEveryKind(Scene::turn);
    assertSameForEveryKind(scene -> scene.colour().red());
    assertSameForEveryKind(scene -> scene.colour().green());
    assertSameForEveryKind(scene -> scene.colour().blue());
    assertSameForEveryKind(scene -> scene.ground().luminance());
    assertSameForEveryKind(scene -> scene.colour().luminance() - scene.ground().luminance());
  }

  @Test
  void objectsAreWholeAndWithinTheSettings() {
    Difficulty difficulty = Difficulty.DEFAULT;
    assertThat(SCENES)
        .allSatisfy(
            scene -> {
              double radius = scene.diameter() / 2;
              assertThat(scene.x()).isBetween(radius, 1 - radius);
              assertThat(scene.y()).isBetween(radius, 1 - radius);
              assertThat(scene.diameter() * ImageRenderer.SIDE)
                  .isBetween(difficulty.minDiameter(), difficulty.maxDiameter());
              assertThat(Math.abs(Math.toDegrees(scene.turn())))
                  .isLessThanOrEqualTo(difficulty.maxTurnDegrees() + 1e-9);
            });
  }

  @Test
  void objectsAreAsOftenLighterAsDarkerAndNeverFaint() {
    double[] contrasts =
        SCENES.stream()
            .mapToDouble(scene -> scene.colour().luminance() - scene.ground().luminance())
            .toArray();
    double faintest = Arrays.stream(contrasts).map(Math::abs).min().orElseThrow();
    assertThat(faintest).isGreaterThanOrEqualTo(Difficulty.DEFAULT.minContrast());
    long lighter = Arrays.stream(contrasts).filter(contrast -> contrast > 0).count();
    assertThat(lighter).isBetween(COUNT / 2 - 130L, COUNT / 2 + 130L); // four standard deviations
  }

  @Test
  void splitsShareNoScene() {
    SceneSource source = new SceneSource(new Draws(3), Difficulty.DEFAULT);
    List<Scene> all = new ArrayList<>();
    for (Split split : Split.values()) {
      IntStream.range(0, 500).forEach(i -> all.add(source.scene(split, i)));
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  private static void assertSameForEveryKind(ToDoubleFunction<Scene> property) {
    Map<Kind, List<Double>> byKind = new EnumMap<>(Kind.class);
    for (Scene scene : SCENES) {
      byKind
          .computeIfAbsent(scene.kind(), kind -> new ArrayList<>())
          .add(property.applyAsDouble(scene));
    }
    List<double[]> groups =
        byKind.values().stream()
            .map(values -> values.stream().mapToDouble(Double::doubleValue).toArray())
            .toList();
    assertThat(new OneWayAnova().anovaPValue(groups)).isGreaterThan(SIGNIFICANT);
  }

  private static List<Scene> scenes() {
    SceneSource source = new SceneSource(new Draws(3), Difficulty.DEFAULT);
    return IntStream.range(0, COUNT).mapToObj(i -> source.scene(Split.TRAIN, i)).toList();
  }
}
