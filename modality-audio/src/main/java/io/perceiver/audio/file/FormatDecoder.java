package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;

/** Decodes one format. Thread-safe: it keeps nothing between calls. */
interface FormatDecoder {

  /**
   * Delivers a file's sound until it ends or the recording is full.
   *
   * @param file from its first byte; supports mark and reset; the caller closes it
   * @throws IOException if the bytes cannot be had or are damaged; damage may show in any {@link
   *     RuntimeException} too
   */
  void decode(InputStream file, Recording recording) throws IOException;
}
