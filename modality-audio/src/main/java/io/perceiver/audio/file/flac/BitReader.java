package io.perceiver.audio.file.flac;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Reads bits, the highest of each byte first, and sums up checksums. Used by one thread. */
final class BitReader {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
  private static final int BUFFER_BYTES = 1 << 14;
  private static final int WORD_BITS = 64;
  private static final int MOST_ZEROS = 1 << 30;

  private final InputStream stream;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int place;
  private int end;
  private int summed;
  private int crc16;

  // the next bits, the first one highest; behind those held may lie more that are not yet counted
  private long word;
  private int held;

  BitReader(InputStream stream) {
    this.stream = stream;
  }

  /** Whether another byte follows; to be asked between bytes. */
  boolean hasMore() throws IOException {
    fill();
    return held > 0;
  }

  /** Returns the next bits, up to 32 of them, as an unsigned number. */
  long read(int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (held < count) {
      need(count);
    }
    long value = word >>> (WORD_BITS - count);
    word <<= count;
    held -= count;
    return value;
  }

  /** Returns the next bits, up to 33 of them, as a signed number. */
  long readSigned(int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (held < count) {
      need(count);
    }
    long value = word >> (WORD_BITS - count);
    word <<= count;
    held -= count;
    return value;
  }

  /** Returns how many zeros come before the next one, and passes them and the one. */
  int readUnary() throws IOException {
    int zeros = 0;
    while (true) {
      int leading = Long.numberOfLeadingZeros(word);
      if (leading < held) {
        word = word << leading << 1;
        held -= leading + 1;
        return zeros + leading;
      }
      zeros += held;
      word = 0;
      held = 0;
      if (zeros > MOST_ZEROS) {
        throw new IllegalArgumentException("a number in it has no end");
      }
      need(1);
    }
  }

  /** Returns the next bytes without passing them; fewer at the end. To be called between bytes. */
  byte[] peek(int count) throws IOException {
    unread();
    if (end - place < count) {
      refill();
    }
    byte[] next = new byte[Math.min(count, end - place)];
    System.arraycopy(buffer, place, next, 0, next.length);
    return next;
  }

  /** Begins a new checksum with the next byte; to be called between bytes. */
  void beginChecksum() {
    unread();
    summed = place;
    crc16 = 0;
  }

  /** Goes to the next full byte, and returns the checksum up to there. */
  int endChecksum() {
    word <<= held & 7;
    held &= ~7;
    unread();
    sumUp();
    return crc16;
  }

  private void sumUp() {
    crc16 = Checksums.crc16(crc16, buffer, summed, place);
    summed = place;
  }

  /** Gives back whole bytes that were taken into the word. */
  private void unread() {
    place -= held >> 3;
    word = 0;
    held = 0;
  }

  private void need(int count) throws IOException {
    fill();
    if (held < count) {
      throw new IllegalArgumentException("it ends inside a frame");
    }
  }

  private void fill() throws IOException {
    if (end - place < Long.BYTES) {
      refill();
    }
    if (end - place >= Long.BYTES) {
      word |= (long) LONGS.get(buffer, place) >>> held;
      place += (WORD_BITS - 1 - held) >> 3;
      held |= WORD_BITS - Long.BYTES;
      return;
    }
    while (held <= WORD_BITS - Byte.SIZE && place < end) {
      word |= (buffer[place++] & 0xffL) << (WORD_BITS - Byte.SIZE - held);
      held += Byte.SIZE;
    }
  }

  /** Takes in more, keeping the bytes that may be given back. */
  private void refill() throws IOException {
    sumUpBehindWord();
    int from = Math.max(0, Math.min(summed, place - Long.BYTES));
    System.arraycopy(buffer, from, buffer, 0, end - from);
    place -= from;
    end -= from;
    summed -= from;
    end += stream.readNBytes(buffer, end, buffer.length - end);
  }

  private void sumUpBehindWord() {
    int passed = place - (held + 7) / 8;
    if (passed > summed) {
      crc16 = Checksums.crc16(crc16, buffer, summed, passed);
      summed = passed;
    }
  }
}
