package org.example.timeseries;

import io.perceiver.api.ExampleSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;

/** A file in memory. */
record TextSource(String name, byte[] bytes) implements ExampleSource {
  TextSource(String name, String text) {
    this(name, text.getBytes(StandardCharsets.UTF_8));
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
    throw new UnsupportedOperationException("CSV is read as a stream");
  }
}
