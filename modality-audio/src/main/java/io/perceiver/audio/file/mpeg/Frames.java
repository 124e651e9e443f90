package io.perceiver.audio.file.mpeg;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file frame by frame. Each must follow the one before, with nothing but tags between them.
 * Before the first frame may lie {@value #MOST_JUNK} bytes of something else. Used by one thread.
 */
public final class Frames {
  /** Bytes of something else that may lie before the first frame, and behind the last. */
  public static final int MOST_JUNK = 1 << 16;

  // the largest frame has 2881 bytes
  private static final int LARGEST = 1 << 12;
  private static final int CONFIRMING = 3;
  private static final int SCAN_BYTES = 1 << 16;

  private final Lookahead stream;
  private @Nullable FrameHeader header;
  private Optional<LengthTag> tag = Optional.empty();
  private long count;
  private long bytes;
  private boolean begun;

  /** Creates a reader of a stream that supports mark and reset. */
  public Frames(InputStream stream) {
    this.stream = new Lookahead(stream);
  }

  /** Returns whether a frame with others behind it lies near the start of some bytes. */
  public static boolean areNear(InputStream stream) throws IOException {
    return start(new Lookahead(stream)) >= 0;
  }

  /** Returns where the first frame begins, or -1. */
  private static int start(Lookahead stream) throws IOException {
    // most files begin with it
    if (Lookahead.holdsFrames(stream.peek(2 * LARGEST), 0, 2, false)) {
      return 0;
    }
    byte[] head = stream.peek(MOST_JUNK + (CONFIRMING + 1) * LARGEST);
    boolean whole = head.length < MOST_JUNK + (CONFIRMING + 1) * LARGEST;
    for (int at = 0; at < Math.min(head.length, MOST_JUNK); at++) {
      if (head[at] == -1 && Lookahead.holdsFrames(head, at, at == 0 ? 2 : CONFIRMING, whole)) {
        return at;
      }
    }
    return -1;
  }

  /**
   * Reads what precedes the sound: all before the first frame, and that frame if it has a tag.
   *
   * @return the tag, if there is one
   * @throws IllegalArgumentException if there is no frame, or one of free format
   */
  public Optional<LengthTag> begin() throws IOException {
    begun = true;
    int start = start(stream);
    if (start < 0) {
      Optional<FrameHeader> single = FrameHeader.of(stream.peek(FrameHeader.BYTES));
      if (single.isPresent() && single.get().bytes() == 0) {
        throw new IllegalArgumentException(
            "its frames are of free format, which is not read; convert it, as with 'ffmpeg -i IN"
                + " OUT.wav'");
      }
      start = 0;
    }
    stream.skip(start);
    Optional<FrameHeader> first = FrameHeader.of(stream.peek(FrameHeader.BYTES));
    if (first.isPresent()) {
      byte[] frame = stream.peek(first.get().bytes());
      tag = LengthTag.of(first.get(), frame).filter(each -> !each.isEmpty());
      if (tag.isPresent()) {
        bytes += stream.skip(frame.length);
      }
      header = first.get();
    }
    return tag;
  }

  /**
   * Reads the next frame.
   *
   * @return the frame with its header; null at the end of the sound
   * @throws IllegalArgumentException if it is damaged or cut, or does not follow the one before
   */
  public byte @Nullable [] next() throws IOException {
    if (!begun) {
      begin();
    }
    byte[] head = stream.peek(Tag.MARK_BYTES);
    while (Tag.begins(head)) {
      Tag.skip(stream);
      head = stream.peek(Tag.MARK_BYTES);
    }
    Optional<FrameHeader> found = FrameHeader.of(head).filter(each -> each.bytes() > 0);
    if (found.isEmpty() || !(isLike(found.get()) || isFollowed())) {
      passRest(head);
      return null;
    }
    byte[] frame = stream.read(found.get().bytes());
    check(found.get(), frame);
    header = found.get();
    count++;
    bytes += frame.length;
    return frame;
  }

  private boolean isLike(FrameHeader next) {
    return header == null || header.isLike(next);
  }

  /** Returns whether here begins another stream, not just bytes that look like a header. */
  private boolean isFollowed() throws IOException {
    byte[] next = stream.peek(2 * LARGEST);
    return Lookahead.holdsFrames(next, 0, 2, next.length < 2 * LARGEST);
  }

  private void check(FrameHeader next, byte[] frame) {
    String where = "frame " + (count + 1);
    if (frame.length < next.bytes()) {
      throw new IllegalArgumentException(
          "it ends inside %s, which has %d of %d bytes"
              .formatted(where, frame.length, next.bytes()));
    }
    if (header != null && header.layer() != next.layer()) {
      throw new IllegalArgumentException("%s changes from %s to %s".formatted(where, header, next));
    }
    if (next.layer() == 3 && next.isProtected() && !Checksum.isRight(next, frame)) {
      throw new IllegalArgumentException(where + " has a wrong checksum");
    }
    if (isLike(next) && LengthTag.of(next, frame).filter(each -> !each.isEmpty()).isPresent()) {
      throw new IllegalArgumentException(
          where + " begins another file; split them where they were joined");
    }
  }

  /** Passes what is not a frame, up to the end. */
  private void passRest(byte[] head) throws IOException {
    long from = stream.place();
    if (head.length > 0 && head.length < FrameHeader.BYTES && head[0] == -1) {
      throw new IllegalArgumentException("it ends inside frame " + (count + 1));
    }
    boolean zeros = true;
    byte[] block = stream.peek(SCAN_BYTES + CONFIRMING * LARGEST);
    while (block.length > 0) {
      boolean whole = block.length < SCAN_BYTES + CONFIRMING * LARGEST;
      int scanned = whole ? block.length : SCAN_BYTES;
      for (int at = 0; at < scanned; at++) {
        zeros &= block[at] == 0;
        if (block[at] == -1 && Lookahead.holdsFrames(block, at, CONFIRMING, whole)) {
          throw new IllegalArgumentException(
              "%d bytes behind frame %d, from byte %d on, are not a frame, but others follow"
                  .formatted(stream.place() - from + at, count, from));
        }
      }
      stream.skip(scanned);
      block = stream.peek(SCAN_BYTES + CONFIRMING * LARGEST);
    }
    long rest = stream.place() - from;
    if (rest > MOST_JUNK) {
      throw new IllegalArgumentException(
          "the last %d bytes, behind frame %d, are %s"
              .formatted(rest, count, zeros ? "zeros" : "not sound"));
    }
  }

  /** The header of the last frame read. */
  public FrameHeader header() {
    if (header == null) {
      throw new IllegalStateException("no frame was read");
    }
    return header;
  }

  /**
   * Checks that a file that was read to its end has the length that its tag tells. The number of
   * frames may count the one with the tag, as some encoders do.
   *
   * @throws IllegalArgumentException if it has not
   */
  public void checkLength() {
    if (tag.isEmpty()) {
      return;
    }
    LengthTag told = tag.get();
    boolean countsItself =
        count + 1 == told.frames() && (told.bytes() == 0 || told.bytes() <= bytes);
    if (told.frames() > 0 && count != told.frames() && !countsItself) {
      throw new IllegalArgumentException(
          "its first frame tells of %d frames, but there are %d%s"
              .formatted(
                  told.frames(), count, count > told.frames() ? ": were files joined?" : ""));
    }
    if (told.frames() == 0 && bytes + LARGEST < told.bytes()) {
      throw new IllegalArgumentException(
          "its first frame tells of %d bytes, but there are %d".formatted(told.bytes(), bytes));
    }
  }
}
