package io.perceiver.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import org.apiguardian.api.API;

/**
 * Where the bytes of an example come from: a file, an entry of an archive, or memory. It may be
 * opened any number of times, by several threads at once.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ExampleSource {

  /** A name to show in messages, such as {@code train/cat/1.png} or {@code images.zip!/1.png}. */
  String name();

  /**
   * Number of bytes.
   *
   * @throws IOException if it cannot be found out
   */
  long size() throws IOException;

  /** Opens the bytes from the start; the caller closes the stream. */
  InputStream open() throws IOException;

  /** Opens the bytes for random access; the caller closes the channel. */
  SeekableByteChannel openChannel() throws IOException;
}
