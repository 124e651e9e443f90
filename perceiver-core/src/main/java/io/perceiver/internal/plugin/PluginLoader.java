package io.perceiver.internal.plugin;

import io.perceiver.api.PerceiverException;
import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds plugins by {@link java.util.ServiceLoader}: the application's own on its class path, and
 * others in plugin folders, where {@code x.jar}, or {@code x/} with several jars, is loaded by a
 * class loader of its own that sees the api, DJL's api and slf4j only. A jar's manifest names
 * {@code Implementation-Version} and {@code Perceiver-Api-Version}.
 *
 * <p>Nothing that is wrong with a plugin stops the others: it becomes a disabled entry.
 */
public final class PluginLoader {
  /**
   * The version of perceiver-api plugins must be built for: the same major version, and before 1.0
   * the same minor version.
   */
  public static final String API_VERSION = "0.1";

  private static final Logger LOG = LoggerFactory.getLogger(PluginLoader.class);

  private PluginLoader() {}

  /**
   * Finds all plugins and logs once what was found. The class loaders of plugin jars stay open as
   * long as the program runs.
   *
   * @param own the application's class loader
   * @param pluginFolders looked through in this order; those that do not exist are skipped
   */
  public static PluginRegistry load(ClassLoader own, List<Path> pluginFolders) {
    List<PluginEntry> found = new ArrayList<>(Providers.ofClassPath(own));
    SharedClasses shared = new SharedClasses(own);
    for (Path folder : pluginFolders) {
      for (Path bundle : bundles(folder)) {
        found.addAll(PluginBundle.load(bundle, shared));
      }
    }
    PluginRegistry registry = PluginRegistry.ofFound(found);
    registry.entries().forEach(PluginLoader::log);
    return registry;
  }

  private static List<Path> bundles(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.filter(path -> isJar(path) || Files.isDirectory(path)).sorted().toList();
    } catch (IOException e) {
      throw new PerceiverException(
          "Plugin folder " + folder + " cannot be read: " + e.getMessage(), e);
    }
  }

  static boolean isJar(Path path) {
    return String.valueOf(path.getFileName()).endsWith(".jar") && Files.isRegularFile(path);
  }

  private static void log(PluginEntry entry) {
    if (entry.state() == PluginEntry.State.DISABLED) {
      LOG.warn("Set aside {}: {}", entry.described(), entry.reason());
    } else {
      LOG.info(
          "Found {} {} {} in {}",
          entry.kind().map(PluginKind::label).orElse("plugin"),
          entry.name(),
          entry.origin().version(),
          entry.origin().jar());
    }
  }
}
