package io.perceiver.internal.plugin;

import io.perceiver.plugin.PluginKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles sources into a real plugin jar. */
final class TestJar {
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, List<String>> services = new LinkedHashMap<>();
  private final List<Path> classPath = new ArrayList<>();
  private final Manifest manifest = new Manifest();

  TestJar() {
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    with("Implementation-Version", "2.3");
    with("Perceiver-Api-Version", PluginLoader.API_VERSION);
  }

  TestJar with(String attribute, String value) {
    manifest.getMainAttributes().put(new Attributes.Name(attribute), value);
    return this;
  }

  TestJar without(String attribute) {
    manifest.getMainAttributes().remove(new Attributes.Name(attribute));
    return this;
  }

  TestJar source(String className, String source) {
    sources.put(className, source);
    return this;
  }

  TestJar service(PluginKind kind, String className) {
    services.computeIfAbsent(kind.serviceFile(), file -> new ArrayList<>()).add(className);
    return this;
  }

  TestJar compiledAgainst(Path jar) {
    classPath.add(jar);
    return this;
  }

  /**
   * A position encoding plugin: {@code body} is put into its class, after name() and defaults().
   */
  TestJar encoding(String className, String name, String body) {
    return source(
            className,
            """
            public class %s implements io.perceiver.api.PositionEncodingPlugin<io.perceiver.api.position.NoPositions> {
              public String name() { return %s; }
              public io.perceiver.api.position.NoPositions defaults() { return made(); }
              io.perceiver.api.position.NoPositions made() { return new io.perceiver.api.position.NoPositions(); }
              %s
            }
            """
                .formatted(className, name, body))
        .service(PluginKind.POSITION_ENCODING, className);
  }

  Path write(Path jar) throws IOException {
    Path work = Files.createTempDirectory(jar.getParent().getParent(), "classes");
    Path out = Files.createDirectory(work.resolve("out"));
    compile(work, out);
    Files.createDirectories(jar.getParent());
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(file, manifest);
        Stream<Path> classes = Files.walk(out)) {
      for (Path path : classes.filter(Files::isRegularFile).toList()) {
        put(zip, out.relativize(path).toString(), Files.readAllBytes(path));
      }
      for (Map.Entry<String, List<String>> service : services.entrySet()) {
        put(zip, service.getKey(), String.join("\n", service.getValue()).getBytes("UTF-8"));
      }
    }
    return jar;
  }

  private void compile(Path work, Path out) throws IOException {
    if (sources.isEmpty()) {
      return;
    }
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    classPath.forEach(jar -> path.append(System.getProperty("path.separator")).append(jar));
    List<String> arguments =
        new ArrayList<>(List.of("-proc:none", "-cp", path.toString(), "-d", out.toString()));
    for (Map.Entry<String, String> source : sources.entrySet()) {
      Path file = work.resolve(source.getKey() + ".java");
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler.run(null, null, null, arguments.toArray(String[]::new)) != 0) {
      throw new IllegalStateException("the test's own source does not compile");
    }
  }

  private static void put(JarOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new JarEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }
}
