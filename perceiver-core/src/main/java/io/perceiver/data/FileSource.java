package io.perceiver.data;

import io.perceiver.api.ExampleSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file.
 *
 * @param path where it lies
 * @param name how messages call it
 */
public record FileSource(Path path, String name) implements ExampleSource {

  /** A file called by its path. */
  public static FileSource of(Path path) {
    return new FileSource(path, path.toString());
  }

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
    return FileChannel.open(path, StandardOpenOption.READ);
  }
}
