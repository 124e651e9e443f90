package io.perceiver.plugin;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.api.Plugin;
import io.perceiver.api.PositionEncodingPlugin;
import io.perceiver.api.head.HeadPlugin;
import io.perceiver.api.layer.CrossLayerPlugin;
import io.perceiver.api.layer.LatentLayerPlugin;
import io.perceiver.internal.plugin.DisabledPluginException;
import io.perceiver.internal.plugin.PluginCheck;
import io.perceiver.internal.plugin.PluginLoader;
import io.perceiver.internal.plugin.UnknownPluginException;
import io.perceiver.internal.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/**
 * The plugins that were found, by kind and name. Of plugins of one kind with one name none is
 * usable: which was meant cannot be told. Immutable and thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PluginRegistry {
  private final List<PluginEntry> found;
  private final List<PluginEntry> entries;

  private PluginRegistry(List<PluginEntry> found) {
    this.found = List.copyOf(found);
    this.entries = List.copyOf(withoutDuplicates(found));
  }

  @API(status = API.Status.INTERNAL, since = "0.1")
  public static PluginRegistry ofFound(List<PluginEntry> found) {
    return new PluginRegistry(found);
  }

  /** Creates one with plugins made in code and no others. */
  public static PluginRegistry of(Collection<? extends Plugin<?>> plugins) {
    return new PluginRegistry(List.of()).with(plugins);
  }

  /** This registry and plugins made in code. */
  public PluginRegistry with(Collection<? extends Plugin<?>> plugins) {
    List<PluginEntry> more = new ArrayList<>(found);
    PluginOrigin origin = new PluginOrigin("application", "", PluginLoader.API_VERSION);
    for (Plugin<?> plugin : plugins) {
      more.addAll(PluginCheck.inCode(plugin, origin));
    }
    return new PluginRegistry(more);
  }

  /** Everything that was found, also what was set aside, in the order it was found. */
  public List<PluginEntry> entries() {
    return entries;
  }

  /** The usable names of a kind, sorted. */
  public List<String> names(PluginKind kind) {
    return entries.stream()
        .filter(entry -> entry.state() == PluginEntry.State.ENABLED && isOf(kind, entry))
        .map(PluginEntry::name)
        .sorted()
        .toList();
  }

  /**
   * The modality plugin of a name.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public ModalityPlugin<?, ?> modality(String name) {
    return (ModalityPlugin<?, ?>) plugin(PluginKind.MODALITY, name);
  }

  /**
   * The position encoding plugin of a name.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public PositionEncodingPlugin<?> positionEncoding(String name) {
    return (PositionEncodingPlugin<?>) plugin(PluginKind.POSITION_ENCODING, name);
  }

  /**
   * The head plugin of a name.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public HeadPlugin<?> head(String name) {
    return (HeadPlugin<?>) plugin(PluginKind.HEAD, name);
  }

  /**
   * Returns the latent layer plugin of a name.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public LatentLayerPlugin<?> latentLayer(String name) {
    return (LatentLayerPlugin<?>) plugin(PluginKind.LATENT_LAYER, name);
  }

  /**
   * Returns the cross layer plugin of a name.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public CrossLayerPlugin<?> crossLayer(String name) {
    return (CrossLayerPlugin<?>) plugin(PluginKind.CROSS_LAYER, name);
  }

  /**
   * The dataset format of a name.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public DatasetFormat<?> datasetFormat(String name) {
    return (DatasetFormat<?>) plugin(PluginKind.DATASET_FORMAT, name);
  }

  /** The usable plugins of a kind, by name, sorted. */
  public List<Plugin<?>> all(PluginKind kind) {
    List<Plugin<?>> all = new ArrayList<>();
    names(kind).forEach(name -> all.add(plugin(kind, name)));
    return all;
  }

  /**
   * The entry of a usable plugin, for what is written beside a run.
   *
   * @throws UnknownPluginException if none has it
   * @throws DisabledPluginException if it was set aside
   */
  public PluginEntry entry(PluginKind kind, String name) {
    List<PluginEntry> named =
        entries.stream().filter(entry -> isOf(kind, entry) && entry.name().equals(name)).toList();
    Optional<PluginEntry> usable =
        named.stream().filter(entry -> entry.state() == PluginEntry.State.ENABLED).findFirst();
    if (usable.isPresent()) {
      return usable.get();
    }
    throw named.isEmpty() ? new UnknownPluginException(unknown(kind, name)) : disabled(kind, named);
  }

  private Plugin<?> plugin(PluginKind kind, String name) {
    return entry(kind, name).plugin().orElseThrow();
  }

  private static DisabledPluginException disabled(PluginKind kind, List<PluginEntry> named) {
    String reasons =
        named.stream()
            .map(entry -> entry.origin().jar() + ": " + entry.reason())
            .collect(Collectors.joining("; "));
    return new DisabledPluginException(
        "The "
            + kind.label()
            + " '"
            + named.get(0).name()
            + "' is disabled. "
            + reasons
            + ". Mend or remove the jar.");
  }

  private String unknown(PluginKind kind, String name) {
    List<String> names = new ArrayList<>(names(kind));
    String question = Nearest.question(name, names);
    Nearest.of(name, names)
        .ifPresent(
            nearest -> {
              names.remove(nearest);
              names.add(0, nearest);
            });
    String installed = names.isEmpty() ? "none" : String.join(", ", names);
    String setAside =
        entries.stream()
            .filter(
                entry -> entry.state() == PluginEntry.State.DISABLED && entry.plugin().isEmpty())
            .map(entry -> " Set aside: " + entry.described() + ": " + entry.reason() + ".")
            .collect(Collectors.joining());
    return "No "
        + kind.label()
        + " named '"
        + name
        + "'. Installed: "
        + installed
        + "."
        + question
        + (question.isEmpty() ? " Add" : " Otherwise add")
        + " its jar to the plugins folder or the class path."
        + setAside;
  }

  private static boolean isOf(PluginKind kind, PluginEntry entry) {
    return entry.kind().isPresent() && entry.kind().get() == kind;
  }

  private static List<PluginEntry> withoutDuplicates(List<PluginEntry> found) {
    Map<String, List<PluginEntry>> byName = new LinkedHashMap<>();
    for (PluginEntry entry : found) {
      if (entry.state() == PluginEntry.State.ENABLED) {
        byName
            .computeIfAbsent(entry.kind() + " " + entry.name(), key -> new ArrayList<>())
            .add(entry);
      }
    }
    List<PluginEntry> result = new ArrayList<>();
    for (PluginEntry entry : found) {
      List<PluginEntry> same = byName.getOrDefault(entry.kind() + " " + entry.name(), List.of());
      boolean duplicate = entry.state() == PluginEntry.State.ENABLED && same.size() > 1;
      result.add(duplicate ? entry.disabled(duplicateReason(entry, same)) : entry);
    }
    return result;
  }

  private static String duplicateReason(PluginEntry entry, List<PluginEntry> same) {
    List<PluginEntry> others = new ArrayList<>(same);
    others.remove(entry);
    return others.stream()
        .map(other -> other.className() + " of " + other.origin().jar())
        .collect(Collectors.joining(", ", "its name is also that of ", ""));
  }
}
