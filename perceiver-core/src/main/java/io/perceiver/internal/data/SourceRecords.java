package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a text such as a manifest's cell stands for: {@code 1.png}, {@code images.zip!/1.png}
 * or {@code images.idx#17}. Records of one file share one source. Used by one thread.
 */
public final class SourceRecords {
  private static final Pattern RECORD = Pattern.compile("(.+)#([0-9]{1,10})");

  private final FileTree files;
  private final Map<String, ExampleSource> filesWithRecords = new HashMap<>();

  /** Finds sources in a tree. */
  public SourceRecords(FileTree files) {
    this.files = files;
  }

  /**
   * Finds a source. A text with backslashes, as Windows writes paths, stands for the same with
   * slashes, unless a file has just that name. Where {@code name#number} could mean both, a record
   * of file {@code name} comes before a file of the whole name.
   *
   * @return empty where there is no such file
   * @throws PerceiverException if the text leaves a zip or the record number is too large
   * @throws IOException if an archive cannot be read
   */
  public Optional<SourceRecord> find(String text) throws IOException {
    Optional<SourceRecord> found = exactly(text);
    return found.isEmpty() && text.indexOf('\\') >= 0 ? exactly(text.replace('\\', '/')) : found;
  }

  private Optional<SourceRecord> exactly(String text) throws IOException {
    Matcher record = RECORD.matcher(text);
    if (record.matches()) {
      Optional<ExampleSource> source = fileWithRecords(record.group(1));
      if (source.isPresent()) {
        return source.map(s -> new SourceRecord(s, OptionalInt.of(number(text, record.group(2)))));
      }
    }
    return files.find(text).map(SourceRecord::whole);
  }

  private Optional<ExampleSource> fileWithRecords(String path) throws IOException {
    ExampleSource known = filesWithRecords.get(path);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<ExampleSource> found = files.find(path);
    found.ifPresent(source -> filesWithRecords.put(path, source));
    return found;
  }

  private static int number(String text, String digits) {
    long number = Long.parseLong(digits);
    if (number > Integer.MAX_VALUE) {
      throw new PerceiverException(
          "'" + text + "': record numbers go from 0 to " + Integer.MAX_VALUE);
    }
    return (int) number;
  }
}
