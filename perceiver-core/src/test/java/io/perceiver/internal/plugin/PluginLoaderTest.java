package io.perceiver.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.position.NoPositions;
import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginKind;
import io.perceiver.plugin.PluginOrigin;
import io.perceiver.plugin.PluginRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginLoaderTest {
  @TempDir Path temporary;
  private Path plugins;

  @BeforeEach
  void makePluginFolder() throws IOException {
    plugins = Files.createDirectory(temporary.resolve("plugins"));
  }

  @Test
  void findsTheClassPathsPluginsWithoutAnyFolder() {
    PluginRegistry registry = load();

    assertThat(registry.names(PluginKind.POSITION_ENCODING)).contains("fourier", "learned", "none");
    assertThat(registry.positionEncoding("none").defaults()).isEqualTo(new NoPositions());
  }

  @Test
  void findsAJarWithItsVersion() throws IOException {
    Path jar = new TestJar().encoding("Good", "\"good\"", "").write(plugins.resolve("good.jar"));

    PluginEntry entry = load().entry(PluginKind.POSITION_ENCODING, "good");

    assertThat(entry.origin()).isEqualTo(new PluginOrigin(jar.toString(), "2.3", "0.1"));
    assertThat(entry.plugin().orElseThrow().defaults()).isEqualTo(new NoPositions());
  }

  @Test
  void aFolderOfJarsIsOnePluginWithItsLibraries() throws IOException {
    Path library =
        new TestJar()
            .without("Perceiver-Api-Version")
            .source(
                "Library",
                "public class Library { public static String name() { return \"with-library\"; } }")
            .write(plugins.resolve("x/library.jar"));
    new TestJar()
        .compiledAgainst(library)
        .encoding("Uses", "Library.name()", "")
        .write(plugins.resolve("x/plugin.jar"));

    assertThat(load().names(PluginKind.POSITION_ENCODING)).contains("with-library");
  }

  @Test
  void pluginsSeeTheApiDjlAndSlf4jOnly() throws IOException {
    String body =
        """
        static {
          see("io.perceiver.api.head.Head", true);
          see("io.perceiver.api.position.FourierFeatures", true);
          see("ai.djl.nn.Block", true);
          see("ai.djl.ndarray.NDArray", true);
          see("org.slf4j.Logger", true);
          see("java.sql.Connection", true);
          see("io.perceiver.internal.plugin.PluginLoader", false);
          see("com.google.inject.Injector", false);
          see("com.fasterxml.jackson.core.JsonFactory", false);
          see("org.junit.jupiter.api.Test", false);
          try {
            var own = Seeing.class.getClassLoader().getResources(
                "META-INF/services/io.perceiver.api.PositionEncodingPlugin");
            own.nextElement();
            if (own.hasMoreElements()) throw new IllegalStateException("sees others' service files");
          } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
          }
        }
        static void see(String name, boolean expected) {
          boolean seen;
          try {
            Class.forName(name, false, Seeing.class.getClassLoader());
            seen = true;
          } catch (ClassNotFoundException e) {
            seen = false;
          }
          if (seen != expected) throw new IllegalStateException(name + " seen: " + seen);
        }
        """;
    new TestJar().encoding("Seeing", "\"seeing\"", body).write(plugins.resolve("seeing.jar"));

    assertThat(load().entries())
        .filteredOn(entry -> entry.origin().jar().endsWith("seeing.jar"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.reason()).isEmpty());
  }

  @Test
  void everyFaultyPluginIsSetAsideWithItsJarAndReasonAndTheOthersWork() throws IOException {
    write("a-good", new TestJar().encoding("Good", "\"good\"", ""));
    write("no-version", new TestJar().without("Implementation-Version").encoding("A", "\"a\"", ""));
    write("no-api", new TestJar().without("Perceiver-Api-Version").encoding("B", "\"b\"", ""));
    write("old-api", new TestJar().with("Perceiver-Api-Version", "0.2").encoding("C", "\"c\"", ""));
    write("bad-name", new TestJar().encoding("D", "\"Bad Name\"", ""));
    write("null-name", new TestJar().encoding("E", "null", ""));
    write(
        "throws",
        new TestJar()
            .encoding(
                "F", "\"f\"", "public F() { throw new IllegalStateException(\"no licence\"); }"));
    write(
        "initialiser",
        new TestJar().encoding("G", "\"g\"", "static int x = Integer.parseInt(\"x\");"));
    write(
        "linkage",
        new TestJar()
            .encoding("H", "\"h\"", "public H() { throw new NoSuchMethodError(\"gone\"); }"));
    write("missing-class", new TestJar().service(PluginKind.HEAD, "gone.Gone"));
    write(
        "wrong-type", new TestJar().source("J", "public class J {}").service(PluginKind.HEAD, "J"));
    write(
        "not-own",
        new TestJar()
            .service(PluginKind.POSITION_ENCODING, "io.perceiver.api.position.NoPositionsPlugin"));
    write("nothing", new TestJar());
    Files.writeString(plugins.resolve("corrupt.jar"), "this is not a zip");
    Files.createDirectory(plugins.resolve("empty"));
    Files.writeString(plugins.resolve("readme.txt"), "ignored");

    PluginRegistry registry = load();

    assertThat(registry.names(PluginKind.POSITION_ENCODING)).contains("good", "fourier", "none");
    assertReason(registry, "no-version.jar", "its manifest lacks Implementation-Version");
    assertReason(registry, "no-api.jar", "its manifest lacks Perceiver-Api-Version");
    assertReason(registry, "old-api.jar", "it was built for api version 0.2; installed is 0.1");
    assertReason(
        registry, "bad-name.jar", "its name is 'Bad Name'; allowed: a-z, then a-z, 0-9 and -");
    assertReason(registry, "null-name.jar", "its name is null; allowed: a-z, then a-z, 0-9 and -");
    assertReason(registry, "throws.jar", "it cannot be made: IllegalStateException: no licence");
    assertReason(
        registry,
        "initialiser.jar",
        "it cannot be made: NumberFormatException: For input string: \"x\"");
    assertReason(registry, "linkage.jar", "it cannot be made: NoSuchMethodError: gone");
    assertReason(
        registry,
        "missing-class.jar",
        "a head cannot be loaded: io.perceiver.api.head.HeadPlugin: Provider gone.Gone not found");
    assertReason(
        registry,
        "wrong-type.jar",
        "a head cannot be loaded: io.perceiver.api.head.HeadPlugin: J not a subtype");
    assertReason(registry, "not-own.jar", "its class is not in its own jar");
    assertReason(registry, "nothing.jar", "it lists no plugin");
    assertReason(registry, "empty", "it holds no jar");
    assertThat(entryOf(registry, "corrupt.jar").reason()).startsWith("it is not a readable jar: ");
  }

  @Test
  void aPluginWithoutDefaultsIsSetAside() throws IOException {
    String plugin =
        """
        public class %s implements io.perceiver.api.PositionEncodingPlugin<io.perceiver.api.position.NoPositions> {
          public String name() { return "broken"; }
          public io.perceiver.api.position.NoPositions defaults() { %s }
        }
        """;
    write(
        "null",
        new TestJar()
            .source("N", plugin.formatted("N", "return null;"))
            .service(PluginKind.POSITION_ENCODING, "N"));
    write(
        "throwing",
        new TestJar()
            .source("T", plugin.formatted("T", "throw new Error(\"none\");"))
            .service(PluginKind.POSITION_ENCODING, "T"));

    PluginRegistry registry = load();

    assertReason(registry, "null.jar", "its defaults() is null");
    assertReason(registry, "throwing.jar", "its defaults() failed: Error: none");
    assertThatThrownBy(() -> registry.positionEncoding("broken"))
        .isInstanceOf(DisabledPluginException.class)
        .hasMessageContainingAll(
            "'broken' is disabled", "null.jar: its defaults() is null", "throwing.jar");
  }

  @Test
  void aModalityIsTriedWithItsOwnDefaults() throws IOException {
    write("null", modality("Null", "return null;"));
    write("fails", modality("Fails", "throw new IllegalStateException(\"no table\");"));
    write("lacks", modality("Lacks", "throw new NoClassDefFoundError(\"org/example/Library\");"));
    write(
        "incomplete",
        modality(
            "Incomplete",
            "throw new io.perceiver.api.PerceiverException(\"channels: is missing\");"));

    PluginRegistry registry = load();

    assertReason(registry, "null.jar", "its create() gives null");
    assertReason(
        registry,
        "fails.jar",
        "its create() failed with its own defaults: IllegalStateException: no table");
    assertReason(
        registry,
        "lacks.jar",
        "its create() failed with its own defaults: the class org.example.Library is missing; the"
            + " plugin's jar, or one beside it in a folder of its own, must bring it");
    assertThat(registry.names(PluginKind.MODALITY)).containsExactly("incomplete");
  }

  private static TestJar modality(String className, String create) {
    String source =
        """
        public class %s implements io.perceiver.api.ModalityPlugin<%s.Config, String> {
          public record Config() {}
          public String name() { return "%s"; }
          public Config defaults() { return new Config(); }
          public io.perceiver.api.Modality<String> create(Config config) { %s }
        }
        """
            .formatted(className, className, className.toLowerCase(Locale.ROOT), create);
    return new TestJar().source(className, source).service(PluginKind.MODALITY, className);
  }

  @Test
  void pluginsWithOneNameAreAllSetAside() throws IOException {
    write("one", new TestJar().encoding("One", "\"twice\"", ""));
    write("two", new TestJar().encoding("Two", "\"twice\"", ""));
    write("three", new TestJar().encoding("Three", "\"fourier\"", ""));

    PluginRegistry registry = load();

    assertReason(
        registry, "one.jar", "its name is also that of Two of " + plugins.resolve("two.jar"));
    assertThat(registry.names(PluginKind.POSITION_ENCODING))
        .contains("none")
        .doesNotContain("twice", "fourier");
    assertThatThrownBy(() -> registry.positionEncoding("fourier"))
        .isInstanceOf(DisabledPluginException.class)
        .hasMessageContaining(
            "three.jar: its name is also that of io.perceiver.api.position.FourierPositionsPlugin");
  }

  @Test
  void aCorruptServiceListOrClassHidesNoOtherPlugin() throws IOException {
    write(
        "mixed",
        new TestJar()
            .encoding("First", "\"first\"", "")
            .service(PluginKind.POSITION_ENCODING, "no class name!")
            .service(PluginKind.HEAD, "gone.Gone"));
    write("other", new TestJar().encoding("Second", "\"second\"", ""));

    PluginRegistry registry = load();

    assertThat(registry.names(PluginKind.POSITION_ENCODING)).contains("second", "none");
    assertThat(registry.entries())
        .filteredOn(entry -> entry.origin().jar().endsWith("mixed.jar"))
        .anySatisfy(
            entry -> assertThat(entry.reason()).contains("Illegal configuration-file syntax"));
  }

  private PluginRegistry load() {
    return PluginLoader.load(
        getClass().getClassLoader(), List.of(plugins, temporary.resolve("not-there")));
  }

  private void write(String name, TestJar jar) throws IOException {
    jar.write(plugins.resolve(name + ".jar"));
  }

  private static void assertReason(PluginRegistry registry, String jar, String reason) {
    PluginEntry entry = entryOf(registry, jar);
    assertThat(entry.reason()).as(jar).isEqualTo(reason);
    assertThat(entry.state()).isEqualTo(PluginEntry.State.DISABLED);
  }

  private static PluginEntry entryOf(PluginRegistry registry, String jar) {
    return registry.entries().stream()
        .filter(entry -> entry.origin().jarName().equals(jar))
        .findFirst()
        .orElseThrow();
  }
}
