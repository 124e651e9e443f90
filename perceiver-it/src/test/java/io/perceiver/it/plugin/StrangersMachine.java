package io.perceiver.it.plugin;

import io.perceiver.it.distribution.Distribution;
import io.perceiver.it.rules.BuiltModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What someone has who writes a plugin, in a folder: the plugin's project, {@code mvn}, {@code
 * perceiver} with a folder of plugins of its own, and a Maven repository that holds this build's
 * modules. Third parties' jars come from the repository of the build that runs the tests, which
 * stays as it is.
 *
 * @param home the folder
 */
record StrangersMachine(Path home) {
  private static final Pattern VERSION =
      Pattern.compile("<artifactId>perceiver</artifactId>\\s*<version>([^<]+)</version>");
  private static final String MAVEN = System.getProperty("perceiver.maven.home", "");

  /** Where the outer build finds third parties' jars: its repository, and others it looks into. */
  private static final String DOWNLOADED =
      Stream.of("perceiver.maven.repository", "maven.repo.local.tail")
          .map(System::getProperty)
          .filter(Objects::nonNull)
          .collect(Collectors.joining(","));

  /** Sets one up, in the place of the one of an earlier test run. */
  static StrangersMachine of(PluginGuide guide) throws IOException {
    StrangersMachine machine =
        new StrangersMachine(Path.of("target/plugin-guide").toAbsolutePath().normalize());
    machine.clear();
    for (Path file : guide.files()) {
      machine.copy(file, "project/" + guide.example().relativize(file));
    }
    // here Maven ends its search for what holds for a whole source tree
    Files.createDirectories(machine.project().resolve(".mvn"));
    machine.addDistribution(Distribution.built().home());
    machine.addModules(Path.of("..").toAbsolutePath().normalize());
    machine.addProgram(
        "mvn",
        "'%s/bin/mvn' -B -ntp '-Dmaven.repo.local=%s' '-Dmaven.repo.local.tail=%s'"
            .formatted(MAVEN, machine.home.resolve("repository"), DOWNLOADED));
    machine.addProgram(
        "perceiver", "'%s'".formatted(machine.home.resolve("perceiver/bin/perceiver")));
    return machine;
  }

  /** Folder of the plugin's project. */
  Path project() {
    return home.resolve("project");
  }

  /** A shell in the project's folder. */
  Shell shell() {
    return new Shell(
        project(),
        home.resolve("bin"),
        Map.of("PERCEIVER_HOME", home.resolve("perceiver").toString()));
  }

  private void addDistribution(Path distribution) throws IOException {
    copy(distribution.resolve("bin/perceiver"), "perceiver/bin/perceiver");
    Files.createDirectories(home.resolve("perceiver/plugins"));
    Files.createSymbolicLink(home.resolve("perceiver/lib"), distribution.resolve("lib"));
  }

  private void addModules(Path root) throws IOException {
    Matcher version = VERSION.matcher(Files.readString(root.resolve("pom.xml")));
    if (!version.find()) {
      throw new IllegalStateException("no version in " + root.resolve("pom.xml"));
    }
    install(root, "perceiver", version.group(1));
    Set<String> modules = BuiltModules.declared(root);
    for (String module : modules) {
      install(root.resolve(module), module, version.group(1));
    }
  }

  /** Puts a module as it was packaged where {@code mvn install} would have put it. */
  private void install(Path module, String name, String version) throws IOException {
    String target = "repository/io/perceiver/%s/%s/%s-%s".formatted(name, version, name, version);
    copy(module.resolve("target/.flattened-pom.xml"), target + ".pom");
    Path jar = module.resolve("target/%s-%s.jar".formatted(name, version));
    if (Files.exists(jar)) {
      copy(jar, target + ".jar");
    }
  }

  private void addProgram(String name, String command) throws IOException {
    Path script = home.resolve("bin").resolve(name);
    Files.createDirectories(script.getParent());
    Files.writeString(script, "#!/bin/sh\nexec " + command + " \"$@\"\n");
    if (!script.toFile().setExecutable(true)) {
      throw new IOException(script + " cannot be made executable");
    }
  }

  private void copy(Path from, String to) throws IOException {
    Path target = home.resolve(to);
    Files.createDirectories(target.getParent());
    Files.copy(from, target, StandardCopyOption.COPY_ATTRIBUTES);
  }

  private void clear() throws IOException {
    if (!Files.exists(home)) {
      return;
    }
    List<Path> deepestFirst;
    try (Stream<Path> files = Files.walk(home)) { // does not follow the link to the libraries
      deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : deepestFirst) {
      Files.delete(file);
    }
  }
}
