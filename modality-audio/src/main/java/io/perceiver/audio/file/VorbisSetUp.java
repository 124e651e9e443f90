package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;

/**
 * Checks the sizes in Vorbis's third header (Vorbis I specification, §4.2.4), by which a few
 * hundred bytes could ask a decoder for gigabytes: those of code books and of residues. Whatever
 * else is wrong there shows in decoding. Used once.
 */
final class VorbisSetUp {
  // encoders' books hold some ten thousand values in all
  private static final long MOST_VALUES = 1 << 22;

  private static final int MARK_BYTES = 7;
  private static final int BOOK_MARK = 0x564342;
  private static final int LONGEST_CODE = 32;
  private static final int ENDLESS_LOOK_UP = 1 << 24;

  private final LittleBits bits;
  private final VorbisIdentification identification;
  private final Recording recording;
  private long values;
  private int[] dimensions = {};
  private int[] entries = {};

  VorbisSetUp(byte[] packet, VorbisIdentification identification, Recording recording) {
    this.bits = new LittleBits(packet, MARK_BYTES);
    this.identification = identification;
    this.recording = recording;
  }

  /**
   * Checks the header.
   *
   * @throws UnreadableExampleException if a size is beyond reason, or the header ends early
   */
  void check() throws UnreadableExampleException {
    int books = bits.read(8) + 1;
    dimensions = new int[books];
    entries = new int[books];
    for (int book = 0; book < books; book++) {
      readBook(book);
    }
    bits.skip(16L * (bits.read(6) + 1));
    int floors = bits.read(6) + 1;
    for (int floor = 0; floor < floors; floor++) {
      readFloor();
    }
    int residues = bits.read(6) + 1;
    for (int residue = 0; residue < residues; residue++) {
      readResidue();
    }
    if (bits.isOver()) {
      throw recording.refused("damaged as Vorbis: its set-up header ends early");
    }
  }

  private void readBook(int book) throws UnreadableExampleException {
    check(bits.read(24) == BOOK_MARK, "a code book does not begin with its mark");
    int dimension = bits.read(16);
    int count = bits.read(24);
    dimensions[book] = dimension;
    entries[book] = count;
    values += (long) count * Math.max(1, dimension);
    check(values <= MOST_VALUES, "its code books hold more than " + MOST_VALUES + " values");
    check(dimension > 0 && count > 0, "a code book is empty");
    if (bits.read(1) == 1) {
      skipOrderedLengths(count);
    } else {
      skipLengths(count);
    }
    skipLookUp(dimension, count);
  }

  private void skipOrderedLengths(int count) throws UnreadableExampleException {
    int length = bits.read(5) + 1;
    for (int i = 0; i < count; length++) {
      // a run of 0 means that no entry has this length, which is legal
      int run = bits.read(32 - Integer.numberOfLeadingZeros(count - i));
      check(run <= count - i && length <= LONGEST_CODE, "the lengths of a code book do not fit it");
      i += run;
    }
  }

  private void skipLengths(int count) {
    boolean sparse = bits.read(1) == 1;
    for (int i = 0; i < count; i++) {
      if (!sparse || bits.read(1) == 1) {
        bits.skip(5);
      }
    }
  }

  private void skipLookUp(int dimension, int count) throws UnreadableExampleException {
    int type = bits.read(4);
    check(type <= 2, "a code book has a look-up of no known type");
    if (type == 0) {
      return;
    }
    bits.skip(64);
    int width = bits.read(4) + 1;
    bits.skip(1);
    bits.skip(width * (type == 1 ? root(dimension, count) : (long) count * dimension));
  }

  /** The largest number whose power of so many dimensions is at most the count. */
  private static long root(int dimension, int count) {
    long root = 1;
    while (power(root + 1, dimension) <= count) {
      root++;
    }
    return root;
  }

  private static long power(long base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent && power < ENDLESS_LOOK_UP && base > 1; i++) {
      power *= base;
    }
    return power;
  }

  private void readFloor() throws UnreadableExampleException {
    int type = bits.read(16);
    check(type <= 1, "a floor has no known type");
    if (type == 0) {
      bits.skip(8 + 16 + 16 + 6 + 8);
      bits.skip(8L * (bits.read(4) + 1));
    } else {
      readFloor1();
    }
  }

  private void readFloor1() {
    int[] classes = new int[bits.read(5)];
    int classCount = 0;
    for (int i = 0; i < classes.length; i++) {
      classes[i] = bits.read(4);
      classCount = Math.max(classCount, classes[i] + 1);
    }
    int[] sizes = new int[classCount];
    for (int i = 0; i < classCount; i++) {
      sizes[i] = bits.read(3) + 1;
      int subclasses = bits.read(2);
      bits.skip((subclasses == 0 ? 0 : 8) + 8L * (1 << subclasses));
    }
    bits.skip(2);
    int width = bits.read(4);
    for (int each : classes) {
      bits.skip((long) width * sizes[each]);
    }
  }

  private void readResidue() throws UnreadableExampleException {
    int type = bits.read(16);
    check(type <= 2, "a residue has no known type");
    int begin = bits.read(24);
    int end = bits.read(24);
    long block = identification.longBlock() / 2L * (type == 2 ? identification.channels() : 1);
    check(begin <= end && end <= block, "a residue reaches beyond its block");
    bits.skip(24);
    int classifications = bits.read(6) + 1;
    int book = bits.read(8);
    check(
        book < dimensions.length && power(classifications, dimensions[book]) <= entries[book],
        "a residue has more classes than its code book");
    int books = 0;
    for (int i = 0; i < classifications; i++) {
      books += Integer.bitCount(bits.read(3));
      books += bits.read(1) == 1 ? Integer.bitCount(bits.read(5)) : 0;
    }
    bits.skip(8L * books);
  }

  private void check(boolean holds, String problem) throws UnreadableExampleException {
    if (!holds) {
      throw recording.refused("damaged as Vorbis: " + problem);
    }
  }
}
