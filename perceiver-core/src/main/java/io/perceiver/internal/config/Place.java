package io.perceiver.internal.config;

import java.nio.file.Path;

/**
 * Where a configuration value came from.
 *
 * @param text for messages: {@code train.yaml:12} or {@code --set model.latents}
 * @param folder what relative paths among the values are relative to: the file's folder, or the
 *     working folder for values of the command line
 */
public record Place(String text, Path folder) {

  /** A value made by a program rather than read. */
  public static Place none() {
    return new Place("", Path.of(""));
  }

  /** The text in brackets after a space, to end a message with; empty where there is none. */
  String suffix() {
    return text.isEmpty() ? "" : " (" + text + ")";
  }
}
