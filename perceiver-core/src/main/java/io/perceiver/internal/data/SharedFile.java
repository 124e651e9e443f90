package io.perceiver.internal.data;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file that many threads read at any place. Unlike a {@link java.nio.channels.FileChannel}, it
 * stays open when one of them is interrupted. The system's handle is given back when nobody uses
 * the object any more. Thread-safe.
 */
final class SharedFile implements Closeable {
  private final RandomAccessFile file;

  SharedFile(Path path) throws IOException {
    file = new RandomAccessFile(path.toFile(), "r");
  }

  /** Reads at a place; returns how many bytes were read, -1 at the end of the file. */
  synchronized int read(long place, byte[] target, int offset, int length) throws IOException {
    file.seek(place);
    return file.read(target, offset, length);
  }

  synchronized long size() throws IOException {
    return file.length();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
