package io.perceiver.it.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** What lies in the distribution. */
class DistributionIT {
  private final Path home = Distribution.built().home();

  @Test
  void holdsTheModulesAndNoTestLibrary() throws IOException {
    Set<String> jars = fileNames(home.resolve("lib"));
    for (String part :
        List.of(
            "perceiver-api",
            "perceiver-core",
            "perceiver-cli",
            "perceiver-pytorch",
            "modality-image",
            "modality-audio",
            "modality-pointcloud",
            "pytorch-native-cpu")) {
      assertThat(jars).as(part).anyMatch(jar -> jar.startsWith(part + "-"));
    }
    assertThat(jars).noneMatch(jar -> jar.matches("(junit|assertj|archunit|perceiver-it).*"));
  }

  @Test
  void holdsEachLibraryOnce() throws IOException {
    List<String> libraries;
    try (Stream<Path> files = Files.list(home.resolve("lib"))) {
      libraries =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> file.endsWith(".jar"))
              .map(file -> file.replaceFirst("-\\d[\\w.]*", ""))
              .toList();
    }
    assertThat(libraries).doesNotHaveDuplicates();
  }

  @Test
  void modulesNameThemselves() throws IOException {
    assertManifest("perceiver-api", "io.perceiver.api");
    assertManifest("perceiver-core", "io.perceiver");
    assertManifest("modality-image", "io.perceiver.image");
  }

  @Test
  void holdsItsLicenceAndAPlaceForPlugins() {
    assertThat(home.resolve("LICENSE")).content().contains("Apache License");
    assertThat(home.resolve("NOTICE")).content().contains("JLayer", "JOrbis", "libtorch");
    assertThat(home.resolve("README.txt")).isNotEmptyFile();
    assertThat(home.resolve("plugins/README.txt")).isNotEmptyFile();
    assertThat(home.resolve("bin/perceiver")).isExecutable();
  }

  @Test
  void thirdPartyFileNamesEveryLibraryWithItsVersionAndLicence() throws IOException {
    Set<String> rows =
        Files.readAllLines(home.resolve("THIRD-PARTY.md")).stream()
            .filter(line -> line.matches("\\| `[^`]+` \\| [^|]*\\w[^|]* \\|"))
            .map(line -> line.split("`")[1])
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> libraries =
        fileNames(home.resolve("lib")).stream()
            .filter(file -> file.endsWith(".jar"))
            .map(file -> file.substring(0, file.length() - ".jar".length()))
            .filter(file -> !file.matches("(perceiver|modality)-.*"))
            .map(file -> file.replaceFirst("^(pytorch-native-cpu-[\\d.]+)-.*", "$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(rows).isEqualTo(libraries);
  }

  @Test
  void isTheSameAsItsZip() throws IOException {
    Path zip;
    try (Stream<Path> files = Files.list(home.getParent())) {
      zip = files.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow();
    }
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Set<String> zipped =
          file.stream()
              .filter(entry -> !entry.isDirectory())
              .map(entry -> entry.getName().replaceFirst("^[^/]*/", ""))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(zipped).isEqualTo(filesOfTheFolder());
    }
  }

  private Set<String> filesOfTheFolder() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> home.relativize(file).toString().replace('\\', '/'))
          .filter(name -> !name.startsWith("plugins/") || name.equals("plugins/README.txt"))
          .filter(name -> !name.endsWith(".jsa")) // left by starts
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private void assertManifest(String module, String name) throws IOException {
    String jar =
        fileNames(home.resolve("lib")).stream()
            .filter(file -> file.startsWith(module + "-"))
            .findFirst()
            .orElseThrow();
    try (JarFile file = new JarFile(home.resolve("lib").resolve(jar).toFile())) {
      Attributes manifest = file.getManifest().getMainAttributes();
      assertThat(manifest.getValue("Automatic-Module-Name")).isEqualTo(name);
      assertThat(manifest.getValue("Perceiver-Api-Version")).isEqualTo("0.1");
      assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
      assertThat(jar).contains(manifest.getValue("Implementation-Version"));
    }
  }

  private static Set<String> fileNames(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
