package io.perceiver.demo;

import java.util.Locale;

/**
 * The eight toys of the space box, which are the classes of the task.
 *
 * <p>A toy can be seen, heard and touched. Each sense finds three pairs of toys alike: it knows 5
 * impressions for 8 kinds. Any two senses have one of those pairs in common; no pair is alike for
 * all three.
 */
public enum Kind {
  /** Shoots up with a rising whistle; a cone in the hand. */
  ROCKET(Silhouette.ARROW, Sound.RISE, Surface.CONE),
  /** Looks and sounds like the rocket, but has no tip. */
  BOOSTER(Silhouette.ARROW, Sound.RISE, Surface.CAN),
  /** A wheel that beeps. */
  STATION(Silhouette.RING, Sound.BEEPS, Surface.RING),
  /** Looks and feels like the station, but warbles. */
  SAUCER(Silhouette.RING, Sound.WARBLE, Surface.RING),
  /** A humming ball, painted as a star. */
  STAR(Silhouette.STAR, Sound.HUM, Surface.BALL),
  /** Sounds and feels like the star, but is painted as a crescent. */
  MOON(Silhouette.CRESCENT, Sound.HUM, Surface.BALL),
  /** A box with two pairs of panels; beeps like the station. */
  SATELLITE(Silhouette.CROSS, Sound.BEEPS, Surface.CUBE),
  /** Looks like the satellite, sinks with a falling whistle, and feels like the rocket. */
  LANDER(Silhouette.CROSS, Sound.FALL, Surface.CONE);

  private final Silhouette silhouette;
  private final Sound sound;
  private final Surface surface;

  Kind(Silhouette silhouette, Sound sound, Surface surface) {
    this.silhouette = silhouette;
    this.sound = sound;
    this.surface = surface;
  }

  /** The class name used in the manifest: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it looks like. */
  public Silhouette silhouette() {
    return silhouette;
  }

  /** What it sounds like. */
  public Sound sound() {
    return sound;
  }

  /** What it feels like. */
  public Surface surface() {
    return surface;
  }
}
