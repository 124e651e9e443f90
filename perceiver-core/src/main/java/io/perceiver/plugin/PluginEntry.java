package io.perceiver.plugin;

import io.perceiver.api.Plugin;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * A plugin that was found, usable or not.
 *
 * @param kind empty where a jar is too broken to tell
 * @param name the name configurations use; where it could not be found out, that of the class or
 *     jar
 * @param className its class; empty where a jar is too broken to tell
 * @param origin where it came from
 * @param plugin the plugin itself, where it could be made
 * @param reason why it is set aside; empty where it is not
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PluginEntry(
    Optional<PluginKind> kind,
    String name,
    String className,
    PluginOrigin origin,
    Optional<Plugin<?>> plugin,
    String reason) {

  /** Whether a configuration can name it. */
  public enum State {
    /** It can be used. */
    ENABLED,
    /** It was set aside. */
    DISABLED
  }

  /** Whether a configuration can name it. */
  public State state() {
    return reason.isEmpty() ? State.ENABLED : State.DISABLED;
  }

  @API(status = API.Status.INTERNAL, since = "0.1")
  public PluginEntry disabled(String newReason) {
    return new PluginEntry(kind, name, className, origin, plugin, newReason);
  }

  /** What it is, for messages: {@code modality 'image' of modality-image-0.1.jar}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public String described() {
    String what =
        kind.isEmpty() || plugin.isEmpty() ? className : kind.get().label() + " '" + name + "'";
    return what.isEmpty() ? origin.jar() : what + " of " + origin.jar();
  }
}
