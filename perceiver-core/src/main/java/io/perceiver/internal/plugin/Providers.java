package io.perceiver.internal.plugin;

import io.perceiver.api.Plugin;
import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginOrigin;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Walks the providers a class loader knows, past those that cannot be loaded. */
final class Providers {
  /** A loader that fails without moving on must not hold us for ever. */
  private static final int MAX_FAILURES = 1000;

  private Providers() {}

  /** The plugins on a class path. */
  static List<PluginEntry> ofClassPath(ClassLoader loader) {
    PluginOrigin unknown = new PluginOrigin("class path", "", PluginLoader.API_VERSION);
    return of(loader, unknown, Providers::originOnClassPath);
  }

  /**
   * The plugins a class loader knows.
   *
   * @param fallback origin of what has no class
   * @param origins the origin of a class
   */
  static List<PluginEntry> of(
      ClassLoader loader, PluginOrigin fallback, Function<Class<?>, PluginOrigin> origins) {
    List<PluginEntry> entries = new ArrayList<>();
    for (PluginKind kind : PluginKind.values()) {
      collect(kind, loader, fallback, origins, entries);
    }
    return entries;
  }

  @SuppressWarnings("rawtypes") // service types are raw class literals
  private static void collect(
      PluginKind kind,
      ClassLoader loader,
      PluginOrigin fallback,
      Function<Class<?>, PluginOrigin> origins,
      List<PluginEntry> entries) {
    Iterator<? extends ServiceLoader.Provider<? extends Plugin>> providers =
        ServiceLoader.load(kind.service(), loader).stream().iterator();
    for (int failures = 0; failures < MAX_FAILURES; ) {
      try {
        if (!providers.hasNext()) {
          return;
        }
        ServiceLoader.Provider<? extends Plugin> provider = providers.next();
        String className = provider.type().getName();
        entries.add(
            PluginCheck.examine(
                kind, className, origins.apply(provider.type()), () -> (Plugin<?>) provider.get()));
      } catch (ServiceConfigurationError | LinkageError broken) {
        failures++;
        entries.add(unloadable(kind, fallback, broken));
      }
    }
  }

  private static PluginEntry unloadable(PluginKind kind, PluginOrigin origin, Error broken) {
    // the service loader's own words begin with the service; a linkage error's need explaining
    String why =
        broken instanceof ServiceConfigurationError && broken.getCause() == null
            ? String.valueOf(broken.getMessage())
            : PluginCheck.reason(broken);
    String reason = "a " + kind.label() + " cannot be loaded: " + why;
    String name = origin.jarName().replaceAll("\\.jar$", "");
    return new PluginEntry(Optional.of(kind), name, "", origin, Optional.empty(), reason);
  }

  private static PluginOrigin originOnClassPath(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return new PluginOrigin(jar(type), version == null ? "" : version, PluginLoader.API_VERSION);
  }

  /** The jar or folder a class came from. */
  static String jar(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "class path";
    }
    try {
      return Path.of(source.getLocation().toURI()).toString();
    } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
      return source.getLocation().toString();
    }
  }
}
