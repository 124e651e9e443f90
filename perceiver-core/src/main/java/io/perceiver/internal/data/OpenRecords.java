package io.perceiver.internal.data;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files of many records, each opened once, by the first thread that needs it; one that cannot be
 * opened is not tried again. Thread-safe.
 *
 * @param <T> one raw example
 */
final class OpenRecords<T> implements Closeable {
  private final ExampleReader<T> reader;
  private final Map<ExampleSource, Slot<T>> slots = new ConcurrentHashMap<>();
  private volatile boolean closed;

  OpenRecords(ExampleReader<T> reader) {
    this.reader = reader;
  }

  T read(ExampleSource source, int record) throws IOException {
    RecordFile<T> file = slots.computeIfAbsent(source, key -> new Slot<>()).open(this, source);
    if (record >= file.count()) {
      throw new UnreadableExampleException(
          source.name(), "has " + file.count() + " records, from 0; there is no record " + record);
    }
    return file.read(record);
  }

  /** Closes every file; a record read after that is refused. */
  @Override
  public void close() throws IOException {
    closed = true;
    @Nullable IOException failure = null;
    for (Slot<T> slot : slots.values()) {
      try {
        slot.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** One file; its lock keeps other threads waiting while it is opened. */
  private static final class Slot<T> implements Closeable {
    private @Nullable RecordFile<T> file;
    private @Nullable IOException failure;

    synchronized RecordFile<T> open(OpenRecords<T> owner, ExampleSource source) throws IOException {
      if (owner.closed) {
        throw new IOException(source.name() + ": its reader was closed");
      }
      if (failure != null) {
        throw failure;
      }
      if (file == null) {
        try {
          file = owner.reader.openRecords(source);
        } catch (IOException e) {
          failure = e;
          throw e;
        }
      }
      return file;
    }

    @Override
    public synchronized void close() throws IOException {
      if (file != null) {
        file.close();
      }
    }
  }
}
