package io.perceiver.api;

import java.io.Closeable;
import java.io.IOException;
import org.apiguardian.api.API;

/**
 * A file of many examples, opened once. It is thread-safe until it is closed.
 *
 * @param <T> one raw example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface RecordFile<T> extends Closeable {

  /** Returns the number of records. */
  int count();

  /**
   * Reads one record.
   *
   * @param index from 0 to {@code count() - 1}
   * @throws IndexOutOfBoundsException if there is no such record
   * @throws UnreadableExampleException if the record is damaged
   */
  T read(int index) throws IOException;
}
