package io.perceiver.internal.plugin;

import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginOrigin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * What a jar says about itself before any of its classes is loaded.
 *
 * @param path the jar
 * @param offersPlugins whether it lists plugins; a library that lies beside a plugin does not
 * @param version its {@code Implementation-Version}, empty if missing
 * @param apiVersion its {@code Perceiver-Api-Version}, empty if missing
 */
record PluginJar(Path path, boolean offersPlugins, String version, String apiVersion) {

  static PluginJar read(Path path) throws IOException {
    try (JarFile jar = new JarFile(path.toFile())) {
      Manifest manifest = jar.getManifest();
      Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
      boolean offers =
          Arrays.stream(PluginKind.values())
              .anyMatch(kind -> jar.getEntry(kind.serviceFile()) != null);
      return new PluginJar(
          path,
          offers,
          value(attributes, "Implementation-Version"),
          value(attributes, "Perceiver-Api-Version"));
    }
  }

  PluginOrigin origin() {
    return new PluginOrigin(path.toString(), version, apiVersion);
  }

  /** Why its plugins cannot be used; empty if they can. */
  String problem() {
    if (version.isEmpty() || apiVersion.isEmpty()) {
      return "its manifest lacks "
          + (version.isEmpty() ? "Implementation-Version" : "")
          + (version.isEmpty() && apiVersion.isEmpty() ? " and " : "")
          + (apiVersion.isEmpty() ? "Perceiver-Api-Version" : "");
    }
    return ApiVersion.fits(apiVersion, PluginLoader.API_VERSION)
        ? ""
        : "it was built for api version "
            + apiVersion
            + "; installed is "
            + PluginLoader.API_VERSION;
  }

  private static String value(Attributes attributes, String name) {
    String value = attributes.getValue(name);
    return value == null ? "" : value.strip();
  }
}
