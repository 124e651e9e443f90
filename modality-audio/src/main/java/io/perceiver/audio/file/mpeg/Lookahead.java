package io.perceiver.audio.file.mpeg;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/** A stream that can be looked at before it is read, and knows its place. Used by one thread. */
final class Lookahead {
  private final InputStream stream;
  private long place;

  /** Looks into a stream that supports mark and reset. */
  Lookahead(InputStream stream) {
    this.stream = stream;
  }

  /** Bytes read so far. */
  long place() {
    return place;
  }

  /** Returns the next bytes without reading them; fewer at the end. */
  byte[] peek(int count) throws IOException {
    stream.mark(count);
    byte[] bytes = stream.readNBytes(count);
    stream.reset();
    return bytes;
  }

  /** Reads bytes; fewer at the end. */
  byte[] read(int count) throws IOException {
    byte[] bytes = stream.readNBytes(count);
    place += bytes.length;
    return bytes;
  }

  /** Passes bytes; fewer at the end. Returns how many. */
  long skip(long count) throws IOException {
    long done = 0;
    while (done < count) {
      long step = stream.skip(count - done);
      if (step <= 0 && stream.read() < 0) {
        break;
      }
      done += Math.max(1, step);
    }
    place += done;
    return done;
  }

  /**
   * Returns whether some frames of one stream follow each other from an index on. Where the bytes
   * or the sound end, there may be fewer.
   */
  static boolean holdsFrames(byte[] bytes, int from, int count, boolean isWholeRest) {
    Optional<FrameHeader> first = FrameHeader.of(bytes, from);
    int at = from;
    for (int i = 0; i < count; i++) {
      Optional<FrameHeader> header = FrameHeader.of(bytes, at);
      if (header.isEmpty() || header.get().bytes() == 0 || !header.get().isLike(first.get())) {
        return i > 0 && endsAt(bytes, at, isWholeRest);
      }
      at += header.get().bytes();
    }
    return at <= bytes.length || !isWholeRest;
  }

  private static boolean endsAt(byte[] bytes, int at, boolean isWholeRest) {
    return (isWholeRest && at == bytes.length)
        || (at < bytes.length && Tag.begins(Arrays.copyOfRange(bytes, at, bytes.length)));
  }
}
