package io.perceiver.plugin;

/**
 * Where a plugin came from.
 *
 * @param jar its jar or folder, as a path; {@code application} for one added in code
 * @param version of the plugin; empty where its jar names none
 * @param apiVersion the version of the api it was built for
 */
public record PluginOrigin(String jar, String version, String apiVersion) {

  /** The jar's own name, without folders. */
  public String jarName() {
    return jar.substring(Math.max(jar.lastIndexOf('/'), jar.lastIndexOf('\\')) + 1);
  }
}
