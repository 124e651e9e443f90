package io.perceiver.audio;

import io.perceiver.api.ExampleSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file under a name. */
public record FileSource(String name, Path path) implements ExampleSource {
  @Override
  public long size() throws IOException {
    return Files.size(path);
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(path);
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    return Files.newByteChannel(path);
  }
}
