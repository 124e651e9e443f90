package io.perceiver.demo;

import java.util.Locale;
import java.util.function.Function;

/** The three ways to perceive a toy; one file of an example each. */
public enum Sense {
  /** Seen: a picture, PNG. */
  IMAGE("images", "png", Kind::silhouette),
  /** Heard: a sound, WAV. */
  AUDIO("sounds", "wav", Kind::sound),
  /** Touched: points on the surface, PLY. */
  POINTCLOUD("shapes", "ply", Kind::surface);

  private final String folder;
  private final String extension;

  @SuppressWarnings("ImmutableEnumChecker") // a reference to a method without state
  private final Function<Kind, Enum<?>> impression;

  Sense(String folder, String extension, Function<Kind, Enum<?>> impression) {
    this.folder = folder;
    this.extension = extension;
    this.impression = impression;
  }

  /** The manifest's column and the modality that reads it: the constant in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Where its files lie, within the data set's folder. */
  public String folder() {
    return folder;
  }

  /** What its files' names end in, without the dot. */
  public String extension() {
    return extension;
  }

  /**
   * All that this sense can tell of a kind: two kinds of one impression are rendered by the same
   * code from the same distribution.
   *
   * @return a {@link Silhouette}, {@link Sound} or {@link Surface}
   */
  public Enum<?> impression(Kind kind) {
    return impression.apply(kind);
  }
}
