package io.perceiver.demo;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The scenes of a data set, each a pure function of the seed, its split and its index. */
final class SceneSource {
  private static final List<Kind> KINDS = List.of(Kind.values());

  private final Draws draws;
  private final Difficulty difficulty;

  SceneSource(Draws draws, Difficulty difficulty) {
    this.draws = draws;
    this.difficulty = difficulty;
  }

  /** One scene. */
  Scene scene(Split split, int index) {
    return Scene.draw(kind(split, index), difficulty, draws.of("scene", split, index));
  }

  /** What the object of one scene is: every run of 8 examples holds each kind once, shuffled. */
  Kind kind(Split split, int index) {
    Random random = draws.of("kinds", split, index / KINDS.size());
    Kind[] block = KINDS.toArray(new Kind[0]);
    Collections.shuffle(Arrays.asList(block), random);
    return block[index % block.length];
  }
}
