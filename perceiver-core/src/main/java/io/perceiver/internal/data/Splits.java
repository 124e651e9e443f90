package io.perceiver.internal.data;

import java.util.Locale;
import java.util.Set;

/** The names of the usual parts of a data set. */
public final class Splits {
  /** What is learned from. */
  public static final String TRAIN = "train";

  /** By which checkpoints are chosen. */
  public static final String VALIDATION = "validation";

  /** What is read once, at the end. */
  public static final String TEST = "test";

  private static final Set<String> USUAL = Set.of(TRAIN, VALIDATION, TEST);

  private Splits() {}

  /**
   * The usual name of a split: {@code val}, {@code valid} and {@code dev} are {@code validation},
   * {@code training} is {@code train}, {@code testing} is {@code test}, each in upper or lower
   * case. Any other name is returned as it is.
   */
  public static String canonical(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (lower) {
      case "train", "training" -> TRAIN;
      case "validation", "val", "valid", "dev" -> VALIDATION;
      case "test", "testing" -> TEST;
      default -> name;
    };
  }

  /** Whether a name is one of the usual ones, in any of their spellings. */
  public static boolean isUsual(String name) {
    return USUAL.contains(canonical(name));
  }
}
