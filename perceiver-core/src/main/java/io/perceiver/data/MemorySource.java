package io.perceiver.data;

import io.perceiver.api.ExampleSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;

/** Bytes in memory. The array is not copied and must not change. */
public final class MemorySource implements ExampleSource {
  private final String name;
  private final byte[] bytes;

  /**
   * Takes the bytes.
   *
   * @param name how messages call it
   */
  public MemorySource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public long size() {
    return bytes.length;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public SeekableByteChannel openChannel() {
    return new MemoryChannel(bytes);
  }

  @Override
  public String toString() {
    return name;
  }
}
