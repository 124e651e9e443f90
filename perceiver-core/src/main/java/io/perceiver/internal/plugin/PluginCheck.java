package io.perceiver.internal.plugin;

import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Plugin;
import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginOrigin;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes plugins and asks them what every plugin must answer, trusting none of them. */
public final class PluginCheck {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

  private static final Pattern CLASS = Pattern.compile("[\\w.$/]+");

  /** Keys of a modality's section that are not the plugin's. */
  private static final Set<String> SECTION_KEYS = Set.of("plugin", "role", "follows", "position");

  private PluginCheck() {}

  /** What a found class turns out to be. */
  static PluginEntry examine(
      PluginKind kind, String className, PluginOrigin origin, Supplier<? extends Plugin<?>> maker) {
    PluginEntry unnamed =
        new PluginEntry(
            Optional.of(kind), simpleName(className), className, origin, Optional.empty(), "");
    Plugin<?> plugin;
    @Nullable String name;
    try {
      plugin = maker.get();
      name = plugin.name();
    } catch (Throwable thrown) { // also a stranger's linkage and initialiser errors
      return unnamed.disabled("it cannot be made: " + reason(thrown));
    }
    if (name == null || !NAME.matcher(name).matches()) {
      return unnamed.disabled("its name is " + shown(name) + "; allowed: a-z, then a-z, 0-9 and -");
    }
    return new PluginEntry(
        Optional.of(kind),
        name,
        className,
        origin,
        Optional.of(plugin),
        defaultsProblem(kind, plugin));
  }

  /** The entries of a plugin made in code: one for each kind it is of. */
  public static List<PluginEntry> inCode(Plugin<?> plugin, PluginOrigin origin) {
    List<PluginEntry> entries = new ArrayList<>();
    String className = plugin.getClass().getName();
    for (PluginKind kind : PluginKind.values()) {
      if (kind.service().isInstance(plugin)) {
        entries.add(examine(kind, className, origin, () -> plugin));
      }
    }
    if (entries.isEmpty()) {
      entries.add(
          new PluginEntry(
              Optional.empty(),
              simpleName(className),
              className,
              origin,
              Optional.empty(),
              "it is of no known kind"));
    }
    return entries;
  }

  private static String defaultsProblem(PluginKind kind, Plugin<?> plugin) {
    try {
      @Nullable Record defaults = plugin.defaults();
      if (defaults == null) {
        return "its defaults() is null";
      }
      for (RecordComponent component : defaults.getClass().getRecordComponents()) {
        component.getGenericType(); // fails now rather than in the middle of a configuration
        if (kind == PluginKind.MODALITY && SECTION_KEYS.contains(component.getName())) {
          return "its configuration has the key '%s', which every modality's section has for itself"
              .formatted(component.getName());
        }
      }
      return "";
    } catch (Throwable thrown) { // as above
      return "its defaults() failed: " + reason(thrown);
    }
  }

  /**
   * Has a modality made with the plugin's own defaults, which is cheap and pure: a jar that lacks a
   * library mostly shows it only here. That its defaults alone make no modality is not a fault.
   */
  static PluginEntry tried(PluginEntry entry) {
    if (entry.state() == PluginEntry.State.DISABLED
        || !(entry.plugin().orElse(null) instanceof ModalityPlugin<?, ?> plugin)) {
      return entry;
    }
    try {
      return create(plugin) == null ? entry.disabled("its create() gives null") : entry;
    } catch (PerceiverException incomplete) {
      return entry;
    } catch (Throwable thrown) { // as above
      return entry.disabled("its create() failed with its own defaults: " + reason(thrown));
    }
  }

  private static <C extends Record> @Nullable Modality<?> create(ModalityPlugin<C, ?> plugin) {
    return plugin.create(plugin.defaults());
  }

  /** The innermost cause; errors of the virtual machine itself are thrown on. */
  static String reason(Throwable thrown) {
    if (thrown instanceof VirtualMachineError fatal && !(thrown instanceof StackOverflowError)) {
      throw fatal;
    }
    Throwable cause = thrown;
    for (int depth = 0; cause.getCause() != null && depth < 16; depth++) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    String type = cause.getClass().getSimpleName();
    if (message == null) {
      return type;
    }
    boolean missing =
        (cause instanceof ClassNotFoundException || cause instanceof NoClassDefFoundError)
            && CLASS.matcher(message).matches();
    return missing
        ? "the class "
            + message.replace('/', '.')
            + " is missing; the plugin's jar, or one beside it in a folder of its own, must bring it"
        : type + ": " + message.lines().findFirst().orElse("");
  }

  private static String shown(@Nullable String name) {
    return name == null ? "null" : "'" + name.replaceAll("\\p{Cntrl}", "?") + "'";
  }

  private static String simpleName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }
}
