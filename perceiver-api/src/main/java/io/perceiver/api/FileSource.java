package io.perceiver.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apiguardian.api.API;

/**
 * A source that is a file. One that is not there is reported as unreadable, with its name.
 *
 * @param path the file
 * @param name the name that messages show
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FileSource(Path path, String name) implements ExampleSource {

  /** Returns a file whose name in messages is its path. */
  public static FileSource of(Path path) {
    return new FileSource(path, path.toString());
  }

  @Override
  public long size() throws IOException {
    return there(() -> Files.size(path));
  }

  @Override
  public InputStream open() throws IOException {
    return there(() -> Files.newInputStream(path));
  }

  @Override
  public SeekableByteChannel openChannel() throws IOException {
    return there(() -> FileChannel.open(path, StandardOpenOption.READ));
  }

  /** What is done with a file. */
  @FunctionalInterface
  private interface Access<T> {
    T get() throws IOException;
  }

  private <T> T there(Access<T> access) throws IOException {
    try {
      return access.get();
    } catch (NoSuchFileException e) {
      throw new UnreadableExampleException(name, "there is no such file", e);
    }
  }
}
