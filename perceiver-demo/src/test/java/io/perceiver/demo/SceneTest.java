package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SceneTest {
  private static final int COUNT = 4000;
  private static final ImageDifficulty DIFFICULTY = ImageDifficulty.DEFAULT;
  private static final List<Scene> SCENES =
      IntStream.range(0, COUNT).mapToObj(seed -> draw(Silhouette.RING, seed)).toList();

  @Test
  void nothingButTheOutlineDependsOnTheSilhouette() {
    for (int seed = 0; seed < 100; seed++) {
      Scene ring = SCENES.get(seed);
      assertThat(draw(Silhouette.STAR, seed))
          .isEqualTo(
              new Scene(
                  Silhouette.STAR,
                  ring.x(),
                  ring.y(),
                  ring.diameter(),
                  ring.turn(),
                  ring.colour(),
                  ring.ground()));
    }
  }

  @Test
  void objectsAreWholeAndWithinTheSettings() {
    assertThat(SCENES)
        .allSatisfy(
            scene -> {
              double radius = scene.diameter() / 2;
              assertThat(scene.x()).isBetween(radius, 1 - radius);
              assertThat(scene.y()).isBetween(radius, 1 - radius);
              assertThat(scene.diameter() * ImageRenderer.SIDE)
                  .isBetween(DIFFICULTY.minDiameter(), DIFFICULTY.maxDiameter());
              assertThat(Math.abs(Math.toDegrees(scene.turn())))
                  .isLessThanOrEqualTo(DIFFICULTY.maxTurnDegrees() + 1e-9);
            });
  }

  @Test
  void objectsAreAsOftenLighterAsDarkerAndNeverFaint() {
    double[] contrasts =
        SCENES.stream()
            .mapToDouble(scene -> scene.colour().luminance() - scene.ground().luminance())
            .toArray();
    double faintest = Arrays.stream(contrasts).map(Math::abs).min().orElseThrow();
    assertThat(faintest).isGreaterThanOrEqualTo(DIFFICULTY.minContrast());
    long lighter = Arrays.stream(contrasts).filter(contrast -> contrast > 0).count();
    assertThat(lighter).isBetween(COUNT / 2 - 130L, COUNT / 2 + 130L); // four standard deviations
  }

  private static Scene draw(Silhouette silhouette, int seed) {
    Random spread = new Draws(seed).of("scene", Split.TRAIN, 0);
    return Scene.draw(silhouette, DIFFICULTY, spread);
  }
}
