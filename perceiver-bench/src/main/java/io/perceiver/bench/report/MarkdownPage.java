package io.perceiver.bench.report;

import io.perceiver.bench.measure.Pace;
import io.perceiver.bench.measure.Peak;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A report for people: what came out, the sections, and at the end on what and how it was measured.
 *
 * @param outcome what is told
 */
record MarkdownPage(Outcome outcome) {

  String text() {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(outcome.report().title()).append("\n\n");
    paragraph(page, outcome.report().summary());
    paragraph(page, peakSentence(outcome.peak()));
    outcome.report().sections().forEach(section -> section(page, section));
    page.append("## How it was measured\n\n");
    table(page, List.of("what", "value"), pairs(measuredHow()));
    page.append("Repeat it with `./perceiver-bench/run ")
        .append(outcome.bench())
        .append("`; the same figures for programs stand in [")
        .append(outcome.bench())
        .append(".json](")
        .append(outcome.bench())
        .append(".json).\n");
    return page.toString();
  }

  private static String peakSentence(Optional<Peak> peak) {
    return peak.map(
            best ->
                "Matrix-product peak of the same run: %s, products of %d × %d float32 matrices."
                    .formatted(
                        Cell.of(best.flops().map(f -> f / 1e9), "GFLOP/s").text(),
                        best.side(),
                        best.side()))
        .orElse("");
  }

  private void section(StringBuilder page, Section section) {
    page.append("## ").append(section.heading()).append("\n\n");
    paragraph(page, section.text());
    for (ResultTable table : section.tables()) {
      List<List<String>> rows = new ArrayList<>();
      table.rows().forEach(cells -> rows.add(cells.stream().map(Cell::text).toList()));
      table(page, table.columns(), rows);
    }
    for (Picture picture : section.pictures()) {
      paragraph(
          page, "![" + picture.title() + "](" + ReportFolder.pictureFile(outcome, picture) + ")");
    }
  }

  private Map<String, String> measuredHow() {
    Environment environment = outcome.environment();
    Map<String, String> how = new LinkedHashMap<>();
    how.put("started", environment.started() + ", took %.0f s".formatted(outcome.seconds()));
    how.put("processor", environment.cpu() + ", " + environment.cores() + " cores");
    how.put("memory", Cell.bytes(environment.memoryBytes()).text());
    how.put("system", environment.system());
    how.put("JVM", environment.jvm() + " " + String.join(" ", environment.jvmOptions()));
    if (!environment.variables().isEmpty()) {
      how.put("variables", variables(environment.variables()));
    }
    how.put("device", environment.device() + ", " + environment.threads() + " threads");
    how.put("seed", Long.toString(environment.seed()));
    how.put("rounds", rounds(environment.pace()));
    how.putAll(environment.versions());
    how.putAll(outcome.report().settings());
    return how;
  }

  private static String variables(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(entry -> "`" + entry.getKey() + "=" + entry.getValue() + "`")
        .collect(Collectors.joining(" "));
  }

  private static String rounds(Pace pace) {
    return "%d counted after %d of warm-up, turns of %s s at least"
        .formatted(pace.rounds(), pace.warmUps(), pace.turnSeconds());
  }

  private static List<List<String>> pairs(Map<String, String> values) {
    return values.entrySet().stream()
        .map(entry -> List.of(entry.getKey(), entry.getValue().strip()))
        .toList();
  }

  private static void paragraph(StringBuilder page, String text) {
    if (!text.isBlank()) {
      page.append(text.strip()).append("\n\n");
    }
  }

  private static void table(StringBuilder page, List<String> columns, List<List<String>> rows) {
    line(page, columns);
    line(page, columns.stream().map(column -> "---").toList());
    rows.forEach(row -> line(page, row));
    page.append('\n');
  }

  private static void line(StringBuilder page, List<String> cells) {
    page.append("| ");
    page.append(String.join(" | ", cells.stream().map(MarkdownPage::escaped).toList()));
    page.append(" |\n");
  }

  private static String escaped(String cell) {
    return cell.replace("|", "\\|").replace("\n", " ");
  }
}
