package io.perceiver.it.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * {@code docs/plugin-guide.md} and the project it leads through.
 *
 * @param text the guide's lines
 * @param example folder of the project
 */
record PluginGuide(List<String> text, Path example) {
  private static final Pattern CLAUSE = Pattern.compile("\\| `(\\w+)` \\| (.+) \\|");

  /** The guide of this source tree. */
  static PluginGuide read() throws IOException {
    Path root = Path.of("..").toAbsolutePath().normalize();
    return new PluginGuide(
        Files.readAllLines(root.resolve("docs/plugin-guide.md")),
        root.resolve("examples/modality-timeseries"));
  }

  List<GuideBlock> blocks() {
    return GuideBlock.of("plugin-guide.md", text);
  }

  /** The table of clauses: name → what it asks. */
  Map<String, String> clauses() {
    Map<String, String> clauses = new LinkedHashMap<>();
    for (String line : text) {
      Matcher row = CLAUSE.matcher(line);
      if (row.matches()) {
        clauses.put(row.group(1), row.group(2));
      }
    }
    return clauses;
  }

  /** The files of the project that its author writes; not what a build or a run left there. */
  List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String part : List.of("README.md", "demo", "pom.xml", "src")) {
      try (Stream<Path> walk = Files.walk(example.resolve(part))) {
        walk.filter(Files::isRegularFile).sorted().forEach(files::add);
      }
    }
    return files;
  }
}
