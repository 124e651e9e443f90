package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;

/** Skipping bytes that are not wanted. */
final class Skip {
  private Skip() {}

  /** Skips so many bytes, fewer where the stream ends; returns how many. */
  static long upTo(InputStream stream, long count) throws IOException {
    long done = 0;
    while (done < count) {
      long step = stream.skip(count - done);
      if (step <= 0 && stream.read() < 0) {
        break;
      }
      done += Math.max(1, step);
    }
    return done;
  }
}
