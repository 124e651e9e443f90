package io.perceiver.internal.data;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells files that systems and people leave in data sets from files that may be examples. Only
 * names decide, and only names that no example has: hidden files, what operating systems write, and
 * documents such as README and LICENSE. Anything else may be data, since the data layer does not
 * know what a modality reads.
 */
public final class Litter {
  private static final Set<String> SYSTEM =
      Set.of(
          "__macosx",
          "thumbs.db",
          "ehthumbs.db",
          "desktop.ini",
          "$recycle.bin",
          "system volume information",
          "lost+found",
          "@eadir",
          "icon\r");

  /**
   * README, README.md, LICENSE-MIT, readme_en.txt; not license_0001.txt, which may be an example of
   * the class "license".
   */
  private static final Pattern DOCUMENT =
      Pattern.compile(
          "(read[-_ ]?me|licen[cs]e|copying|copyright|citation|notice|changelog|contributing)"
              + "([-_ .][a-z][a-z0-9-]*)?(\\.(md|markdown|txt|rst|html?|pdf|bib|cff))?",
          Pattern.CASE_INSENSITIVE);

  private Litter() {}

  /** Whether a file is litter, or lies in a folder that is. */
  public static boolean is(String path) {
    return part(path).isPresent();
  }

  /**
   * The topmost part of a path that is litter, such as {@code a/.git} of {@code a/.git/config};
   * empty if none is.
   */
  static Optional<String> part(String path) {
    int start = 0;
    while (start <= path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      String name = path.substring(start, end);
      if (isSystem(name) || (slash < 0 && DOCUMENT.matcher(name).matches())) {
        return Optional.of(path.substring(0, end));
      }
      start = end + 1;
    }
    return Optional.empty();
  }

  private static boolean isSystem(String name) {
    return (name.startsWith(".") && !name.equals(".") && !name.equals(".."))
        || SYSTEM.contains(name.toLowerCase(Locale.ROOT));
  }
}
