package io.perceiver.internal.data.check;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One look at one file, with everything that is known of it afterwards. One thread looks.
 *
 * @param <T> one raw example
 */
final class FileLook<T> {
  private final ExampleReader<T> reader;
  private final ExampleSource source;
  private final List<NamedSource> named;
  private final boolean whole;
  private final List<Finding> findings = new ArrayList<>();
  private Optional<FilePrint> print = Optional.empty();
  private volatile boolean taken;

  /**
   * Is about to look.
   *
   * @param named what of the file is named: the whole of it, or its records
   * @param whole whether everything named is read, or just the first bytes
   */
  FileLook(ExampleReader<T> reader, ExampleSource source, List<NamedSource> named, boolean whole) {
    this.reader = reader;
    this.source = source;
    this.named = named;
    this.whole = whole;
  }

  /** Something of the file that cannot be read. */
  record Finding(NamedSource named, String reason) {}

  /** A size and a hash of the first bytes: files that differ in it differ. */
  record FilePrint(long size, String headHash) {}

  List<Finding> findings() {
    return findings;
  }

  /** Empty if the file could not be opened, or is one of many records. */
  Optional<FilePrint> print() {
    return print;
  }

  /** Whether the look is over; what it found can then be seen by any thread. */
  boolean isTaken() {
    return taken;
  }

  List<NamedSource> named() {
    return named;
  }

  void look() {
    try {
      if (source instanceof ValueSource value) {
        value.readBy(reader);
        return;
      }
      byte[] head = FileKind.head(source);
      boolean records = named.get(0).source().record().isPresent();
      if (!records) {
        print = Optional.of(new FilePrint(source.size(), SourceHash.of(head)));
      }
      reader.checkHead(source, head);
      if (records) {
        records();
      } else if (whole) {
        reader.read(source);
      }
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      named.forEach(each -> findings.add(new Finding(each, reason(e))));
    } finally {
      taken = true;
    }
  }

  /** Opens the file once, and compares what is asked of it with what it has. */
  private void records() throws IOException {
    try (RecordFile<T> file = reader.openRecords(source)) {
      for (NamedSource each : named) {
        int record = each.source().record().orElseThrow();
        if (record >= file.count()) {
          findings.add(
              new Finding(
                  each,
                  source.name()
                      + ": has "
                      + file.count()
                      + " records, from 0; there is no record "
                      + record));
        } else if (whole) {
          readRecord(file, each, record);
        }
      }
    }
  }

  private void readRecord(RecordFile<T> file, NamedSource each, int record) {
    try {
      file.read(record);
    } catch (IOException | RuntimeException | StackOverflowError | LinkageError e) {
      findings.add(new Finding(each, reason(e)));
    }
  }

  private String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof UnreadableExampleException) {
      return message;
    }
    String what =
        failure instanceof PerceiverException
            ? message
            : failure.getClass().getSimpleName() + " " + message;
    return message.startsWith(source.name()) ? message : source.name() + ": " + what;
  }
}
