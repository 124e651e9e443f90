package io.perceiver.it.plugin;

import static io.perceiver.it.plugin.ModalitySource.good;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A jar with a fault, and what is to be said of it.
 *
 * @param file the jar's name
 * @param jar what is in it
 * @param modality the name a configuration would use
 * @param reason a part of what is to be said
 */
record FaultyPlugin(String file, PluginJar jar, String modality, String reason) {

  /** Every fault that is found before a run names the plugin. */
  static List<FaultyPlugin> all() {
    return List.of(
        of(
            "other-api",
            modality("OtherApi", "other-api").manifest("Perceiver-Api-Version", "0.2"),
            "it was built for api version 0.2; installed is 0.1"),
        of(
            "no-version",
            modality("NoVersion", "no-version").manifest("Implementation-Version", ""),
            "its manifest lacks Implementation-Version"),
        of(
            "no-api",
            modality("NoApi", "no-api").manifest("Perceiver-Api-Version", ""),
            "its manifest lacks Perceiver-Api-Version"),
        of(
            "constructor",
            new PluginJar()
                .modality(
                    good("Constructor", "constructor")
                        .constructor("if (true) throw new IllegalStateException(\"no licence\");")),
            "it cannot be made: IllegalStateException: no licence"),
        of(
            "dependency",
            new PluginJar()
                .left("Library", "class Library {}")
                .modality(good("Dependency", "dependency").constructor("new Library();")),
            "it cannot be made: the class Library is missing; "),
        of(
            "superclass",
            new PluginJar()
                .left("Superclass", good("Superclass", "superclass").text())
                .source("Subclass", "public class Subclass extends Superclass {}")
                .service("Subclass"),
            "a modality cannot be loaded: the class Superclass is missing; "),
        of(
            "gone",
            new PluginJar().service("org.example.Gone"),
            "a modality cannot be loaded: io.perceiver.api.ModalityPlugin: Provider"
                + " org.example.Gone not found"),
        of(
            "no-plugin",
            new PluginJar().source("NoPlugin", "public class NoPlugin {}").service("NoPlugin"),
            "a modality cannot be loaded: io.perceiver.api.ModalityPlugin: NoPlugin not a subtype"),
        of(
            "defaults",
            new PluginJar()
                .modality(
                    good("Defaults", "defaults")
                        .defaults("if (true) throw new UnsupportedOperationException(\"later\");")),
            "its defaults() failed: UnsupportedOperationException: later"),
        of(
            "create",
            new PluginJar()
                .modality(good("Create", "create").create("Integer.parseInt(\"none\");")),
            "its create() failed with its own defaults: NumberFormatException: For input string:"
                + " \"none\""),
        of(
            "lazy-dependency",
            new PluginJar()
                .left("Other", "class Other {}")
                .modality(good("Lazy", "lazy-dependency").create("new Other();")),
            "its create() failed with its own defaults: the class Other is missing; "),
        twice("twice-1", "TwiceA", "its name is also that of TwiceB of "),
        twice("twice-2", "TwiceB", "its name is also that of TwiceA of "),
        new FaultyPlugin("no-zip.jar", new PluginJar(), "no-zip", "it is not a readable jar: "));
  }

  private static FaultyPlugin of(String name, PluginJar jar, String reason) {
    return new FaultyPlugin(name + ".jar", jar, name, reason);
  }

  private static FaultyPlugin twice(String name, String className, String reason) {
    return new FaultyPlugin(name + ".jar", modality(className, "twice"), "twice", reason);
  }

  private static PluginJar modality(String className, String name) {
    return new PluginJar().modality(good(className, name));
  }

  /** Puts it into a folder of plugins. */
  void write(Path work, Path plugins) throws IOException {
    if (file.equals("no-zip.jar")) {
      Files.writeString(plugins.resolve(file), "this is not a zip");
    } else {
      jar.write(work, plugins.resolve(file));
    }
  }
}
