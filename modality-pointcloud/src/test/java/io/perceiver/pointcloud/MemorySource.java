package io.perceiver.pointcloud;

import io.perceiver.api.ExampleSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;

/** Bytes under a name. */
public record MemorySource(String name, byte[] bytes) implements ExampleSource {

  /** The first bytes of this source, under the same name. */
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
    throw new UnsupportedOperationException("clouds are read as streams");
  }
}
