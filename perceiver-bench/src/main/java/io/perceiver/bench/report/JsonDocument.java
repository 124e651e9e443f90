package io.perceiver.bench.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.measure.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * A report for programs. Tables become lists of objects with a key for each column; a measurement
 * is an object of its median, quartiles, extremes, count and unit.
 */
final class JsonDocument {
  /** Raised when a reader of older documents would misread new ones. */
  private static final int FORMAT = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private JsonDocument() {}

  static String of(Outcome outcome) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("bench", outcome.bench());
    document.put("title", outcome.report().title());
    document.put("summary", outcome.report().summary());
    document.put("environment", environment(outcome.environment()));
    outcome
        .peak()
        .ifPresent(
            peak ->
                document.put(
                    "matrixProductPeak",
                    Map.of(
                        "side",
                        peak.side(),
                        "gflops",
                        measured(peak.flops().map(f -> f / 1e9), "GFLOP/s"))));
    document.put("seconds", outcome.seconds());
    document.put("settings", outcome.report().settings());
    document.put("sections", outcome.report().sections().stream().map(JsonDocument::of).toList());
    try {
      return JSON.writeValueAsString(document) + "\n";
    } catch (JsonProcessingException e) {
      throw new PerceiverException("the report cannot be written as JSON: " + e.getMessage(), e);
    }
  }

  private static Map<String, Object> environment(Environment environment) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("started", environment.started());
    json.put("cpu", environment.cpu());
    json.put("cores", environment.cores());
    OptionalLong memory = environment.memoryBytes();
    json.put("memoryBytes", memory.isPresent() ? memory.getAsLong() : "unknown");
    json.put("system", environment.system());
    json.put("jvm", environment.jvm());
    json.put("jvmOptions", environment.jvmOptions());
    json.put("variables", environment.variables());
    json.put("device", environment.device());
    json.put("threads", environment.threads());
    json.put("seed", environment.seed());
    json.put("warmUps", environment.pace().warmUps());
    json.put("turnSeconds", environment.pace().turnSeconds());
    json.put("rounds", environment.pace().rounds());
    json.put("versions", environment.versions());
    return json;
  }

  private static Map<String, Object> of(Section section) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("heading", section.heading());
    json.put("text", section.text());
    Map<String, Object> tables = new LinkedHashMap<>();
    section.tables().forEach(table -> tables.put(table.name(), rows(table)));
    json.put("tables", tables);
    json.put("pictures", section.pictures());
    return json;
  }

  private static List<Map<String, Object>> rows(ResultTable table) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (List<Cell> cells : table.rows()) {
      Map<String, Object> row = new LinkedHashMap<>();
      for (int column = 0; column < cells.size(); column++) {
        row.put(table.columns().get(column), value(cells.get(column)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static Object value(Cell cell) {
    if (cell instanceof Cell.Amount amount) {
      return amount.unit().isEmpty()
          ? amount.value()
          : Map.of("value", amount.value(), "unit", amount.unit());
    }
    return cell instanceof Cell.Measured measured
        ? measured(measured.spread(), measured.unit())
        : cell.text();
  }

  private static Map<String, Object> measured(Spread spread, String unit) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("median", spread.median());
    json.put("lowerQuartile", spread.lowerQuartile());
    json.put("upperQuartile", spread.upperQuartile());
    json.put("smallest", spread.smallest());
    json.put("largest", spread.largest());
    json.put("count", spread.count());
    json.put("unit", unit);
    return json;
  }
}
