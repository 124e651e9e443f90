package io.perceiver.internal.data;

import java.text.Normalizer;

/**
 * Names as people see them. macOS stores an accented letter as a letter and an accent (NFD), other
 * systems as one character (NFC); both look the same and mean the same.
 */
public final class Names {
  private Names() {}

  /** The name in composed form (NFC). */
  public static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /** Whether a name could be written in another form. */
  static boolean hasForms(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > '\u007f') {
        return true;
      }
    }
    return false;
  }
}
