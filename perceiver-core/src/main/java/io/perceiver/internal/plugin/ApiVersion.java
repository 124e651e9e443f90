package io.perceiver.internal.plugin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares a plugin's api version with the installed one. */
public final class ApiVersion {
  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})([.-].*)?");

  private ApiVersion() {}

  /**
   * Whether a plugin built for one version runs with another: same major, before 1.0 same minor
   * too.
   */
  public static boolean fits(String builtFor, String installed) {
    Matcher wanted = VERSION.matcher(builtFor);
    Matcher present = VERSION.matcher(installed);
    return wanted.matches()
        && present.matches()
        && wanted.group(1).equals(present.group(1))
        && (!"0".equals(present.group(1)) || wanted.group(2).equals(present.group(2)));
  }
}
