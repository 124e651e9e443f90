package io.perceiver.data;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code format: manifest}: a CSV file in UTF-8 with a header. Columns are {@code split} and {@code
 * id}, both optional, the heads' targets, and one for each modality. A modality's cell is a path
 * relative to the manifest, {@code archive.zip!/entry} or {@code file#record}; an empty one means
 * that the modality is missing. Thread-safe.
 */
public final class ManifestFormat implements DatasetFormat<ManifestConfig> {
  private static final Logger LOG = LoggerFactory.getLogger(ManifestFormat.class);
  private static final String USUAL_NAME = "manifest.csv";
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).setIgnoreSurroundingSpaces(true).get();

  @Override
  public String name() {
    return "manifest";
  }

  @Override
  public ManifestConfig defaults() {
    return new ManifestConfig(List.of(), false);
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isPresent()
        ? files.namedFile().get().toLowerCase(Locale.ROOT).endsWith(".csv")
        : files.find(USUAL_NAME).isPresent();
  }

  @Override
  public List<Example> list(FileTree files, ManifestConfig config, Request request)
      throws IOException {
    String manifest = files.namedFile().orElse(USUAL_NAME);
    ExampleSource source =
        files
            .find(manifest)
            .orElseThrow(() -> new PerceiverException(files.name() + " holds no " + manifest));
    try (Reader text = withoutMark(source);
        CSVParser parser = CSV.parse(text)) {
      return list(manifest, parser.iterator(), config, request, new SourceRecords(files));
    } catch (CharacterCodingException e) {
      throw new PerceiverException(manifest + ": is not a text in UTF-8", e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw new PerceiverException(manifest + ": is not a text in UTF-8", e);
      }
      throw new PerceiverException(manifest + ": is no readable CSV: " + e.getMessage(), e);
    }
  }

  private static List<Example> list(
      String manifest,
      Iterator<CSVRecord> rows,
      ManifestConfig config,
      Request request,
      SourceRecords sources)
      throws IOException {
    if (!rows.hasNext()) {
      throw new PerceiverException(manifest + ": is empty; its first row must name the columns");
    }
    List<String> names = rows.next().toList();
    ManifestHeader header = ManifestHeader.of(manifest, names, request, config.ignore());
    ManifestRows examples = new ManifestRows(manifest, header, config, sources);
    while (rows.hasNext()) {
      CSVRecord row = rows.next();
      if (!isBlank(row)) {
        examples.add(row.getRecordNumber(), row.toList());
      }
    }
    List<Example> found = examples.examples();
    examples.leftOut().ifPresent(LOG::warn);
    return found;
  }

  private static boolean isBlank(CSVRecord row) {
    return row.stream().allMatch(String::isEmpty);
  }

  private static Reader withoutMark(ExampleSource source) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                source.open(),
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }
}
