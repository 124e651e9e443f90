package io.perceiver.testkit;

import static io.perceiver.testkit.Verdict.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Modality;
import io.perceiver.api.ModalityPlugin;
import io.perceiver.internal.config.ConfigWriter;
import io.perceiver.internal.config.RecordBinder;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.plugin.PluginLoader;
import io.perceiver.plugin.PluginEntry;
import io.perceiver.plugin.PluginKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Clauses about the plugin itself and its configuration. */
final class PluginClauses<C extends Record, T> {
  private static final int CREATIONS = 32;
  private final ModalityPluginContract<C, T> contract;
  private final ModalityPlugin<C, T> plugin;

  PluginClauses(ModalityPluginContract<C, T> contract) {
    this.contract = contract;
    plugin = contract.plugin();
  }

  void isInstalled() {
    assumeTrue(contract.installs(), "the plugin is not declared as a service, as installs() says");
    ClassLoader loader = plugin.getClass().getClassLoader();
    PluginEntry entry =
        PluginLoader.load(loader, List.of()).entry(PluginKind.MODALITY, plugin.name());
    assertEquals(
        plugin.getClass().getName(),
        entry.className(),
        "the class that programs find under the name '" + plugin.name() + "'");
  }

  void nameIsWellFormed() {
    check(
        plugin.name().matches("[a-z][a-z0-9-]*"),
        () -> "'" + plugin.name() + "' is not; allowed: [a-z][a-z0-9-]*, such as 'image'");
  }

  void settingsAreDescribed() {
    List<String> bare = Settings.undescribed(plugin.defaults().getClass());
    check(bare.isEmpty(), () -> "these have none, or an empty one: " + bare);
  }

  void defaultsAreUsable() {
    Modality<T> modality = plugin.create(plugin.defaults());
    Objects.requireNonNull(modality.tokenizer().spec(), "the tokenizer's spec() is null");
  }

  void configSurvivesWritingAndReading() {
    survives("defaults()", plugin.defaults());
    survives("validConfig()", contract.validConfig());
  }

  private void survives(String what, C config) {
    for (String yaml : List.of(ConfigWriter.plain(config), ConfigWriter.commented(config))) {
      C read =
          RecordBinder.bind(
              "", YamlReader.text(yaml, what + ".yaml", Path.of("")), plugin.defaults());
      assertEquals(config, read, () -> what + " read again from:\n" + yaml);
    }
  }

  void invalidConfigsAreRefused() {
    assumeTrue(contract.canBeInvalid(), "no configuration is invalid, as canBeInvalid() says");
    Map<String, Supplier<C>> invalid = contract.invalidConfigs();
    if (invalid.isEmpty()) {
      throw new IncompleteContractException(
          "invalidConfigs() is empty; give one for every rule of the configuration, or let"
              + " canBeInvalid() return false");
    }
    invalid.forEach(this::isRefused);
  }

  private void isRefused(String key, Supplier<C> maker) {
    C config;
    try {
      config = maker.get();
      plugin.create(config);
    } catch (InvalidSpecException e) {
      check(
          e.problems().stream().anyMatch(problem -> problem.contains(key)),
          () -> "the message names no '" + key + "': " + e.getMessage());
      return;
    }
    fail("the configuration with a wrong '" + key + "' is accepted: " + config);
  }

  void createGivesEqualModalities() {
    C config = contract.validConfig();
    Modality<T> first = plugin.create(config);
    List<T> examples = contract.checkedExamples();
    List<Tokens> expected =
        examples.stream().map(example -> Tokens.of(first.tokenizer(), example)).toList();
    isEqual("created again", first, plugin.create(config), expected);
    isEqual(
        "of another plugin object",
        first,
        contract.plugin().create(contract.validConfig()),
        expected);
  }

  private void isEqual(String which, Modality<T> first, Modality<T> other, List<Tokens> expected) {
    assertEquals(first.tokenizer().spec(), other.tokenizer().spec(), "spec() " + which);
    assertEquals(first.positionEncoding(), other.positionEncoding(), "positionEncoding() " + which);
    List<T> examples = contract.checkedExamples();
    for (int i = 0; i < expected.size(); i++) {
      expected
          .get(i)
          .assertSame(
              "example " + i + " by a tokenizer " + which,
              Tokens.of(other.tokenizer(), examples.get(i)));
    }
  }

  void createOpensNothing() {
    C config = contract.validConfig();
    plugin.create(config); // what a class needs once, such as its own jar, may stay open
    OpenThings before = OpenThings.now();
    for (int i = 0; i < CREATIONS; i++) {
      plugin.create(config);
    }
    OpenThings after = OpenThings.now();
    // others may open and close something meanwhile, but hardly that much
    long files = after.files() - before.files();
    check(files < CREATIONS / 2, () -> CREATIONS + " calls left " + files + " files open");
    long threads = after.threads() - before.threads();
    check(threads < CREATIONS / 2, () -> CREATIONS + " calls left " + threads + " threads");
  }
}
