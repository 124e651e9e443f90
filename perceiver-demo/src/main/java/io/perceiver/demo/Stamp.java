package io.perceiver.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The file {@value #FILE}, by which a data set's folder is known again.
 *
 * @param settings what it was made from
 * @param sha256 the {@link Checksum} of what was written
 */
record Stamp(Settings settings, String sha256) {
  static final String FILE = "demo.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /** The stamp in a folder; empty if there is none, or a foreign file has its name. */
  static Optional<Stamp> in(Path folder) {
    try {
      return Optional.ofNullable(JSON.readValue(folder.resolve(FILE).toFile(), Stamp.class));
    } catch (IOException absentOrForeign) {
      return Optional.empty();
    }
  }

  /** The version of the generator that made a folder's data; empty as for {@link #in}. */
  static OptionalInt generatorIn(Path folder) {
    try {
      JsonNode generator = JSON.readTree(folder.resolve(FILE).toFile()).at("/settings/generator");
      return generator.isInt() ? OptionalInt.of(generator.intValue()) : OptionalInt.empty();
    } catch (IOException absentOrForeign) {
      return OptionalInt.empty();
    }
  }

  /** Writes this stamp into a folder. */
  void writeTo(Path folder) throws IOException {
    String text = JSON.writeValueAsString(this).replace("\r\n", "\n") + "\n";
    Files.write(folder.resolve(FILE), text.getBytes(StandardCharsets.UTF_8));
  }
}
