package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;

/** The start of a longer file. Reading beyond it is an error, not the end. */
final class HeadStream extends InputStream {
  private final byte[] head;
  private int place;

  HeadStream(byte[] head) {
    this.head = head;
  }

  @Override
  public int read() throws IOException {
    checkHolds();
    return head[place++] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int most) throws IOException {
    checkHolds();
    int count = Math.min(most, head.length - place);
    System.arraycopy(head, place, bytes, from, count);
    place += count;
    return count;
  }

  private void checkHolds() throws HeadEnds {
    if (place == head.length) {
      throw new HeadEnds();
    }
  }

  /** The start of the file does not tell what was asked. */
  static final class HeadEnds extends IOException {
    private static final long serialVersionUID = 1;
  }
}
