package io.perceiver.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the launcher tells about this installation, and what the libraries are told in turn. */
final class Installation {
  private Installation() {}

  /** Tells the libraries to stay offline, before any of them starts. */
  static void prepare() {
    setIfAbsent("ai.djl.offline", "true");
    setIfAbsent("OPT_OUT_TRACKING", "true");
    // figures look the same in every country
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
  }

  private static void setIfAbsent(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }

  /** Makes logging say more; to be called before the first logger is made. */
  static void logMore() {
    System.setProperty("perceiver.log", "INFO");
  }

  /** Where jars of plugins lie. */
  static List<Path> pluginFolders() {
    String home = System.getProperty("perceiver.home");
    return home == null ? List.of() : List.of(Path.of(home, "plugins"));
  }

  /** How this program is called, for commands to repeat. */
  static String command() {
    return Objects.requireNonNullElse(System.getProperty("perceiver.command"), "perceiver");
  }

  /** Whether standard error is a terminal, where a line can be drawn again; the launcher knows. */
  static boolean hasTerminal() {
    return Boolean.getBoolean("perceiver.terminal");
  }
}
