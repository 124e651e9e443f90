package io.perceiver.internal.plugin;

import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginOrigin;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads one jar, or one folder of jars, of a plugin folder. */
final class PluginBundle {
  private final Path bundle;
  private final Map<String, PluginJar> jars = new LinkedHashMap<>();

  private PluginBundle(Path bundle) {
    this.bundle = bundle;
  }

  /** The plugins of a jar or folder; at least one entry, if only to say what is wrong with it. */
  static List<PluginEntry> load(Path path, SharedClasses shared) {
    Path bundle = path.toAbsolutePath().normalize();
    try {
      return new PluginBundle(bundle).entries(shared);
    } catch (IOException e) {
      return List.of(setAside(bundle, PluginCheck.reason(e)));
    }
  }

  private List<PluginEntry> entries(SharedClasses shared) throws IOException {
    for (Path jar : jarFiles()) {
      try {
        PluginJar read = PluginJar.read(jar);
        jars.put(jar.toString(), read);
      } catch (IOException | SecurityException e) {
        return List.of(setAside(jar, "it is not a readable jar: " + e.getMessage()));
      }
    }
    List<PluginJar> offering = jars.values().stream().filter(PluginJar::offersPlugins).toList();
    if (offering.isEmpty()) {
      return List.of(setAside(bundle, jars.isEmpty() ? "it holds no jar" : "it lists no plugin"));
    }
    List<PluginEntry> unfit = new ArrayList<>();
    for (PluginJar jar : offering) {
      if (!jar.problem().isEmpty()) {
        unfit.add(setAside(jar.origin(), jar.path(), jar.problem()));
      }
    }
    return unfit.isEmpty() ? examine(shared, offering.get(0).origin()) : unfit;
  }

  private List<PluginEntry> examine(SharedClasses shared, PluginOrigin origin)
      throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (PluginJar jar : jars.values()) {
      urls.add(jar.path().toUri().toURL());
    }
    // stays open: a plugin loads classes as long as it is used
    ClassLoader loader =
        new URLClassLoader("plugin-" + bundle.getFileName(), urls.toArray(URL[]::new), shared);
    List<PluginEntry> entries = new ArrayList<>();
    for (PluginEntry entry : Providers.of(loader, origin, type -> originOf(type, origin))) {
      boolean foreign =
          entry.plugin().isPresent() && entry.plugin().get().getClass().getClassLoader() != loader;
      entries.add(
          foreign ? entry.disabled("its class is not in its own jar") : PluginCheck.tried(entry));
    }
    return entries.isEmpty() ? List.of(setAside(bundle, "it lists no plugin")) : entries;
  }

  private PluginOrigin originOf(Class<?> type, PluginOrigin fallback) {
    PluginJar jar = jars.get(Providers.jar(type));
    return jar == null ? fallback : jar.origin();
  }

  private List<Path> jarFiles() throws IOException {
    if (!Files.isDirectory(bundle)) {
      return List.of(bundle);
    }
    try (Stream<Path> children = Files.list(bundle)) {
      return children.filter(PluginLoader::isJar).sorted().toList();
    }
  }

  private static PluginEntry setAside(Path path, String reason) {
    return setAside(new PluginOrigin(path.toString(), "", ""), path, reason);
  }

  private static PluginEntry setAside(PluginOrigin origin, Path path, String reason) {
    String name = String.valueOf(path.getFileName()).replaceAll("\\.jar$", "");
    return new PluginEntry(Optional.empty(), name, "", origin, Optional.empty(), reason);
  }
}
