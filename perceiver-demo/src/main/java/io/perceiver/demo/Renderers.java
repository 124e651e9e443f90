package io.perceiver.demo;

import io.perceiver.demo.Layout.Entry;
import java.util.Random;

/** Makes any file of a data set. Immutable and thread-safe. */
final class Renderers {
  private final Layout layout;
  private final Draws draws;
  private final ImageRenderer image;
  private final SoundRenderer sound;
  private final ShapeRenderer shape;

  /** Creates one for the data set of these settings. */
  Renderers(Layout layout, Settings settings) {
    this.layout = layout;
    this.draws = new Draws(settings.seed());
    this.image = new ImageRenderer(settings.difficulty().image());
    this.sound = new SoundRenderer(settings.difficulty().sound());
    this.shape = new ShapeRenderer(settings.difficulty().shape());
  }

  /** One sense of one example; no other sense or example shares its draws. */
  byte[] render(Entry entry, Sense sense) {
    Random random = draws.of(sense.label(), entry.split(), entry.index());
    return of(sense).render(layout.kind(entry), random);
  }

  /** Makes the files of a sense. */
  SenseRenderer of(Sense sense) {
    return switch (sense) {
      case IMAGE -> image;
      case AUDIO -> sound;
      case POINTCLOUD -> shape;
    };
  }
}
