package io.perceiver.internal.data;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads files with one JSON object on each line. The columns are the keys of all lines. Numbers and
 * truth values are taken as they are written, null as no value. Used by one thread.
 */
final class JsonLines {
  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String name;
  private final Predicate<String> plain;
  private final Set<String> columns = new LinkedHashSet<>();
  private final Findings broken = new Findings("lines that are not one JSON object");
  private final Findings nested = new Findings("values that are lists or objects, not texts");

  private JsonLines(String name, Predicate<String> plain) {
    this.name = name;
    this.plain = plain;
  }

  /**
   * Reads a file.
   *
   * @param plain tells which keys must not have lists or objects; for others these are not a value
   * @throws PerceiverException naming every line that is wrong
   */
  static Table read(ExampleSource source, String name, Predicate<String> plain) throws IOException {
    JsonLines lines = new JsonLines(name, plain);
    try (BufferedReader text = Utf8Text.open(source)) {
      return lines.table(text);
    } catch (CharacterCodingException e) {
      throw Utf8Text.notUtf8(name, e);
    }
  }

  private Table table(BufferedReader text) throws IOException {
    Map<String, Map<String, String>> objects = new LinkedHashMap<>();
    int number = 0;
    for (String line = text.readLine(); line != null; line = text.readLine()) {
      number++;
      if (!line.isBlank()) {
        objects.put("line " + number, object("line " + number, line));
      }
    }
    List<String> problems = new ArrayList<>();
    broken.addTo(problems, name, ". Expected such as {\"label\": \"cat\", \"image\": \"1.png\"}");
    nested.addTo(problems, name);
    if (!problems.isEmpty()) {
      throw new InvalidSpecException(problems);
    }
    if (objects.isEmpty()) {
      throw new PerceiverException(name + ": is empty; expected a JSON object on each line");
    }
    List<Table.Row> rows = new ArrayList<>();
    objects.forEach(
        (row, values) ->
            rows.add(
                new Table.Row(
                    row, columns.stream().map(key -> values.getOrDefault(key, "")).toList())));
    return new Table(List.copyOf(columns), rows);
  }

  private Map<String, String> object(String place, String line) throws IOException {
    Map<String, String> values = new LinkedHashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        broken.add(place);
        return values;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        columns.add(key);
        values.put(key, value(place, key, parser));
      }
      if (parser.nextToken() != null) {
        broken.add(place + " (more follows the object)");
      }
    } catch (JsonProcessingException e) {
      broken.add(place + " (" + e.getOriginalMessage() + ")");
    }
    return values;
  }

  private String value(String place, String key, JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
      parser.skipChildren();
      if (plain.test(key)) {
        nested.add(place + " '" + key + "'");
      }
      return "";
    }
    return token == JsonToken.VALUE_NULL || token == null ? "" : parser.getText().strip();
  }
}
