package io.perceiver.testkit;

import static io.perceiver.testkit.Verdict.check;
import static org.junit.jupiter.api.Assertions.fail;

import io.perceiver.api.Augmentation;
import io.perceiver.api.Modality;
import io.perceiver.api.NoGeometry;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Clauses about geometries, and modalities that follow another one. */
final class FollowerClauses<C extends Record, T> {
  private static final int SEEDS = 24;
  private final ModalityPluginContract<C, T> contract;

  FollowerClauses(ModalityPluginContract<C, T> contract) {
    this.contract = contract;
  }

  void geometryRepeats() {
    geometryRepeats(modality(contract.validConfig()).augmentation());
  }

  private <G> void geometryRepeats(Augmentation<T, G> augmentation) {
    Set<G> drawn = new HashSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      List<T> again = contract.checkedExamples();
      int index = 0;
      for (T example : contract.checkedExamples()) {
        G once = draw(augmentation, example, seed);
        G twice = draw(augmentation, again.get(index++), seed);
        check(
            once.equals(twice),
            () ->
                "the geometry %s is not equal to %s, drawn again; geometries are compared by equals"
                    .formatted(once, twice));
        drawn.add(once);
      }
    }
    int count = drawn.size();
    check(
        augmentation.drawsGeometry() || count == 1,
        () -> "drawsGeometry() is false, but " + count + " different geometries were drawn");
    check(
        !augmentation.drawsGeometry() || count > 1,
        () -> "drawsGeometry() is true, but all geometries are equal");
  }

  private static <T, G> G draw(Augmentation<T, G> augmentation, T example, long seed) {
    G drawn = augmentation.drawGeometry(example, new SplittableRandom(seed));
    return augmentation.geometryType().cast(Objects.requireNonNull(drawn, "drawGeometry is null"));
  }

  void followersMoveAlike() {
    List<FollowedScene<C, T>> scenes = contract.followedScenes();
    Augmentation<T, ?> augmentation = modality(contract.validConfig()).augmentation();
    if (scenes.isEmpty() && augmentation.geometryType() != NoGeometry.class) {
      throw new IncompleteContractException(
          "override followedScenes(): other modalities can follow "
              + augmentation.geometryType().getSimpleName()
              + "; if none should, let the augmentation's geometry be NoGeometry");
    }
    scenes.forEach(this::movesAlike);
  }

  private void movesAlike(FollowedScene<C, T> scene) {
    Modality<T> followed = modality(scene.followed());
    Modality<T> follower = modality(scene.follower());
    check(
        followed.augmentation().drawsGeometry() && !follower.augmentation().drawsGeometry(),
        () -> "of a followed scene, the followed one draws a geometry, and the follower does not");
    int seen = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Optional<double[]> first =
          Mark.of(
              moved(scene, followed, followed, scene.scene(), seed), followed.tokenizer().spec());
      Optional<double[]> second =
          Mark.of(
              moved(scene, followed, follower, scene.view(), seed), follower.tokenizer().spec());
      if (first.isPresent() && second.isPresent()) {
        seen++;
        compare(first.get(), second.get(), scene.tolerance(), seed);
      }
    }
    int both = seen;
    check(
        both > SEEDS / 3,
        () ->
            "under %d of %d seeds both show the mark; the others cut it off"
                .formatted(both, SEEDS));
  }

  private static void compare(double[] first, double[] second, double tolerance, int seed) {
    for (int axis = 0; axis < first.length; axis++) {
      if (!(Math.abs(first[axis] - second[axis]) <= tolerance)) {
        fail(
            "under seed %d the mark comes to lie at %s, the follower's at %s; allowed: %s apart"
                .formatted(seed, Arrays.toString(first), Arrays.toString(second), tolerance));
      }
    }
  }

  void followersKeepIds() {
    for (FollowedScene<C, T> scene : contract.followedScenes()) {
      if (scene.ids()) {
        keepsIds(scene);
      }
    }
  }

  private void keepsIds(FollowedScene<C, T> scene) {
    Modality<T> followed = modality(scene.followed());
    Modality<T> follower = modality(scene.follower());
    Set<Float> known = new HashSet<>();
    for (float id : Tokens.of(follower.tokenizer(), scene.view()).content()) {
      known.add(id);
    }
    for (int seed = 0; seed < SEEDS; seed++) {
      for (float id : moved(scene, followed, follower, scene.view(), seed).content()) {
        if (!known.contains(id)) {
          fail("under seed %d the id %s comes up, known: %s".formatted(seed, id, known));
        }
      }
    }
  }

  /** Returns what an example of a scene becomes by the geometry of the followed one. */
  private static <C extends Record, T> Tokens moved(
      FollowedScene<C, T> scene, Modality<T> followed, Modality<T> modality, T example, long seed) {
    Object geometry = draw(followed.augmentation(), scene.scene(), seed);
    return Augmented.by(
        modality, modality.augmentation(), example, geometry, new SplittableRandom(seed));
  }

  private Modality<T> modality(C config) {
    return contract.plugin().create(config);
  }
}
