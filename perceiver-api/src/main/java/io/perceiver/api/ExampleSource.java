package io.perceiver.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.apiguardian.api.API;

/**
 * The source of an example's bytes: a file, an entry of an archive, or memory. It can be opened any
 * number of times, by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ExampleSource {

  /**
   * Returns the name that messages show, such as {@code train/cat/1.png} or {@code
   * images.zip!/1.png}.
   */
  String name();

  /**
   * Returns the number of bytes.
   *
   * @throws IOException if it cannot be determined
   */
  long size() throws IOException;

  /** Opens the bytes from the start; the caller closes the stream. */
  InputStream open() throws IOException;

  /** Opens the bytes for random access; the caller closes the channel. */
  SeekableByteChannel openChannel() throws IOException;
}
