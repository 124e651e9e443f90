package io.perceiver.config;

import io.perceiver.api.PositionEncoding;
import org.apiguardian.api.API;

/**
 * A {@code position} section: the encoding that replaces a modality's own.
 *
 * @param type name of its plugin; empty where it is a modality's own encoding that no plugin has
 * @param encoding a record, its own configuration
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PositionSection(String type, PositionEncoding encoding) {

  /**
   * Checks that the encoding can be written.
   *
   * @throws IllegalArgumentException if it is not a record
   */
  public PositionSection {
    if (!(encoding instanceof Record)) {
      throw new IllegalArgumentException("a position encoding is a record: " + encoding.getClass());
    }
  }

  /** The encoding as a record. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Record config() {
    return (Record) encoding;
  }
}
