package io.perceiver.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * Compiles sources into a plugin's jar. What {@link #left} names is compiled and then left out, as
 * a library is that someone forgot to bring.
 */
final class PluginJar {
  private static final String SERVICES = "META-INF/services/";

  private final Map<String, String> sources = new LinkedHashMap<>();
  private final List<String> left = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private final Manifest manifest = new Manifest();
  private String service = "io.perceiver.api.ModalityPlugin";

  PluginJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Implementation-Version", "1.0");
    manifest.getMainAttributes().putValue("Perceiver-Api-Version", "0.1");
  }

  /** Another value of a line of the manifest; an empty one leaves the line out. */
  PluginJar manifest(String attribute, String value) {
    if (value.isEmpty()) {
      manifest.getMainAttributes().remove(new Attributes.Name(attribute));
    } else {
      manifest.getMainAttributes().putValue(attribute, value);
    }
    return this;
  }

  /** A class in the package without a name. */
  PluginJar source(String className, String source) {
    sources.put(className, source);
    return this;
  }

  /** A class to compile against that the jar does not hold. */
  PluginJar left(String className, String source) {
    left.add(className + ".class");
    return source(className, source);
  }

  /** A line of the service file. */
  PluginJar service(String className) {
    services.add(className);
    return this;
  }

  /** The kind of plugins that the service file lists. */
  PluginJar of(String kind) {
    service = kind;
    return this;
  }

  /** Every source file of a folder and below. */
  PluginJar folder(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path file : walk.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString();
        source(name.substring(0, name.length() - ".java".length()), Files.readString(file));
      }
    }
    return this;
  }

  /** A modality plugin that is in the service file too. */
  PluginJar modality(ModalitySource plugin) {
    return source(plugin.className(), plugin.text()).service(plugin.className());
  }

  /**
   * Compiles and writes.
   *
   * @param work a folder for what is compiled, not the one the jar goes into
   */
  void write(Path work, Path jar) throws IOException {
    Path classes = compiled(Files.createTempDirectory(work, "classes"));
    List<Path> files;
    try (Stream<Path> walk = Files.walk(classes)) {
      files = walk.filter(Files::isRegularFile).toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      for (Path file : files) {
        String name = classes.relativize(file).toString();
        if (name.endsWith(".class") && !left.contains(name)) {
          put(zip, name, Files.readAllBytes(file));
        }
      }
      put(zip, SERVICES + service, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
    }
  }

  private Path compiled(Path folder) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (String name : new TreeSet<>(sources.keySet())) {
      Path file = folder.resolve(name + ".java");
      arguments.add(Files.writeString(file, String.valueOf(sources.get(name))).toString());
    }
    int result =
        sources.isEmpty()
            ? 0
            : ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).as("the test's own sources compile").isZero();
    return folder;
  }

  private static void put(JarOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new JarEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
