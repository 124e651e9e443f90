package io.perceiver.bench.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One page over many reports: what each found, on what, and where it stands. It is made of the
 * reports' JSON files, so nothing in it can differ from them.
 *
 * @param title of the page
 * @param reports JSON files, in the order of the page
 */
public record SummaryPage(String title, List<Path> reports) {
  /** What the program's launcher sets where nobody else does. */
  private static final Map<String, String> LAUNCHERS_OWN =
      Map.of(
          "GOMP_SPINCOUNT", "5000",
          "MALLOC_MMAP_THRESHOLD_", "33554432",
          "MALLOC_TRIM_THRESHOLD_", "4294967296");

  private static final JsonMapper JSON = new JsonMapper();

  /** Keeps a copy. */
  public SummaryPage {
    reports = List.copyOf(reports);
  }

  /**
   * Of all reports under a folder, by their paths.
   *
   * @throws PerceiverException if there is none
   */
  public static SummaryPage of(String title, Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        if (JSON.readTree(file.toFile()).has("bench")) {
          found.add(file);
        }
      }
    }
    if (found.isEmpty()) {
      throw new PerceiverException(
          folder + ": no bench has left a report there; run one with --out " + folder);
    }
    return new SummaryPage(title, found);
  }

  /** Writes the page, with links to the reports as seen from its folder. */
  public void write(Path file) throws IOException {
    Path whole = file.toAbsolutePath().normalize();
    AtomicFile.write(file, text(whole.resolveSibling("")));
  }

  private String text(Path folder) throws IOException {
    StringBuilder page = new StringBuilder("# " + title + "\n\n");
    page.append("Made by `./perceiver-bench/run summary` of the reports that it links to.");
    page.append(" In brackets are quartiles.\n\n");
    Map<String, List<String>> machines = new LinkedHashMap<>();
    for (Path report : reports) {
      JsonNode json = JSON.readTree(report.toFile());
      String link = link(folder, report);
      page.append("## ").append(json.path("title").asText()).append("\n\n");
      page.append(settings(json));
      page.append(json.path("summary").asText()).append(peak(json));
      page.append(" [The whole report](").append(link).append(").\n\n");
      machines
          .computeIfAbsent(machine(json.path("environment")), key -> new ArrayList<>())
          .add(json.path("bench").asText());
    }
    page.append("## Measured on\n\n");
    machines.forEach(
        (machine, benches) ->
            page.append("- ")
                .append(machine)
                .append(machines.size() == 1 ? "" : ": " + String.join(", ", benches))
                .append('\n'));
    return page.toString();
  }

  private static String link(Path folder, Path report) {
    String path = folder.relativize(report.toAbsolutePath().normalize()).toString();
    return path.replace('\\', '/').replaceAll("\\.json$", ".md");
  }

  /** What was asked for, and variables that are not those of every run. */
  private static String settings(JsonNode report) {
    List<String> words = new ArrayList<>();
    report
        .path("settings")
        .properties()
        .forEach(e -> words.add(e.getKey() + ": " + e.getValue().asText().strip()));
    report.path("environment").path("variables").properties().stream()
        .filter(e -> !e.getValue().asText().equals(LAUNCHERS_OWN.get(e.getKey())))
        .forEach(e -> words.add(e.getKey() + "=" + e.getValue().asText()));
    return words.isEmpty() ? "" : "*" + String.join("; ", words) + "*\n\n";
  }

  private static String peak(JsonNode json) {
    JsonNode gflops = json.path("matrixProductPeak").path("gflops");
    return gflops.isMissingNode()
        ? ""
        : " Matrix-product peak of the run: %.0f GFLOP/s."
            .formatted(gflops.path("median").asDouble());
  }

  private static String machine(JsonNode environment) {
    JsonNode versions = environment.path("versions");
    return "%s, %d cores, %d threads; %s; %s; %s; revision %s"
        .formatted(
            environment.path("cpu").asText(),
            environment.path("cores").asInt(),
            environment.path("threads").asInt(),
            environment.path("system").asText(),
            environment.path("jvm").asText(),
            versions.path("engine").asText(),
            versions.path("revision").asText());
  }
}
