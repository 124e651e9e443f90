package io.perceiver.plugin;

import org.apiguardian.api.API;

/**
 * Where a plugin came from.
 *
 * @param jar its jar or folder, as a path; {@code application} for one added in code
 * @param version of the plugin; empty where its jar names none
 * @param apiVersion the version of the api it was built for
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PluginOrigin(String jar, String version, String apiVersion) {

  /** The jar's own name, without folders. */
  public String jarName() {
    return jar.substring(Math.max(jar.lastIndexOf('/'), jar.lastIndexOf('\\')) + 1);
  }
}
