package io.perceiver.api;

import java.util.OptionalInt;
import org.apiguardian.api.API;

/**
 * One example inside a source: the whole of it, or one record of a file that holds many.
 *
 * @param source the bytes
 * @param record index of the record, from 0; empty if the source is one example
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record SourceRecord(ExampleSource source, OptionalInt record) {

  /** Returns the whole source as one example. */
  public static SourceRecord whole(ExampleSource source) {
    return new SourceRecord(source, OptionalInt.empty());
  }

  /** Returns the name that messages show, {@code file} or {@code file#record}. */
  public String name() {
    return record.isPresent() ? source.name() + "#" + record.getAsInt() : source.name();
  }
}
