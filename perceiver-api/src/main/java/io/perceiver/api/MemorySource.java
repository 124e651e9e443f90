package io.perceiver.api;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apiguardian.api.API;

/** A source whose bytes are in memory. The array is not copied and must not change. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class MemorySource implements ExampleSource {
  private final String name;
  private final byte[] bytes;

  /**
   * Creates a source of bytes.
   *
   * @param name the name that messages show
   * @param bytes the whole source; not copied
   */
  public MemorySource(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /** Returns a source of text in UTF-8. */
  public static MemorySource ofText(String name, String text) {
    return new MemorySource(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return name;
  }

  /** Returns the bytes themselves, not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns a source of the first bytes under the same name, as a truncated copy would have. */
  public MemorySource cut(int length) {
    return new MemorySource(name, Arrays.copyOf(bytes, length));
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
