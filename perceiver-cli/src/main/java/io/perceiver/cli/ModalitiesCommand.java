package io.perceiver.cli;

import io.perceiver.internal.plugin.PluginLoader;
import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code modalities}: the plugins that were found, usable or not. */
@Command(
    name = "modalities",
    description = {
      "Lists the plugins of every kind: modalities, position encodings, heads, layers, dataset formats.",
      "A faulty one is disabled, with the reason; the others work. Jars go into the folder plugins."
    },
    footer = "  perceiver modalities")
final class ModalitiesCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Option(names = "--json", description = "Print one JSON object: {\"plugins\": [...]}.")
  private boolean json;

  @Override
  public Integer call() {
    List<PluginEntry> entries = installed().entries();
    if (json) {
      common.json(Map.of("plugins", entries.stream().map(ModalitiesCommand::json).toList()));
    } else {
      print(entries);
    }
    return ExitCode.OK.code();
  }

  /** Every plugin of the class path and the plugin folders. */
  static PluginRegistry installed() {
    return PluginLoader.load(
        ModalitiesCommand.class.getClassLoader(), Installation.pluginFolders());
  }

  private void print(List<PluginEntry> entries) {
    Table table = new Table(List.of("KIND", "NAME", "VERSION", "STATE", "JAR"));
    for (PluginEntry entry : entries) {
      String reason = entry.reason().isEmpty() ? "" : ": " + entry.reason();
      table.add(
          List.of(
              kind(entry),
              entry.name(),
              entry.origin().version(),
              state(entry),
              entry.origin().jarName() + reason));
    }
    table.print(common.out());
  }

  private static Map<String, Object> json(PluginEntry entry) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("kind", kind(entry));
    json.put("name", entry.name());
    json.put("version", entry.origin().version());
    json.put("jar", entry.origin().jar());
    json.put("state", state(entry));
    json.put("reason", entry.reason());
    return json;
  }

  private static String kind(PluginEntry entry) {
    return entry.kind().map(PluginKind::label).orElse("unknown");
  }

  private static String state(PluginEntry entry) {
    return entry.state().name().toLowerCase(Locale.ROOT);
  }
}
