package io.perceiver.internal.data;

import io.perceiver.api.ReadOnlyChannel;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads a part of a file as if it were a file of its own. Used by one thread. */
final class SliceChannel extends ReadOnlyChannel {
  private static final int LARGEST_READ = 1 << 16;

  private final SharedFile file;
  private final String name;
  private final long start;
  private final long size;

  /** Reads {@code size} bytes from {@code start}; messages call them by the name. */
  SliceChannel(SharedFile file, String name, long start, long size) {
    super(size);
    this.file = file;
    this.name = name;
    this.start = start;
    this.size = size;
  }

  @Override
  protected void read(long from, ByteBuffer target, int count) throws IOException {
    byte[] bytes = new byte[Math.min(LARGEST_READ, count)];
    int done = 0;
    while (done < count) {
      int got = file.read(start + from + done, bytes, 0, Math.min(bytes.length, count - done));
      if (got <= 0) {
        throw new UnreadableExampleException(
            name,
            "ends after " + (from + done) + " of " + size + " bytes; the archive was changed");
      }
      target.put(bytes, 0, got);
      done += got;
    }
  }
}
