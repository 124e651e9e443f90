package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VorbisHeadersTest {
  private static final VorbisIdentification STEREO = new VorbisIdentification(2, 44_100, 2048);
  private final Recording recording = new Recording("a.ogg", SoundFormat.OGG, 1, 10);

  /** A set-up header in the making. */
  private static final class SetUp {
    private final BitSet bits = new BitSet();
    private int length = 56;

    SetUp put(int count, long value) {
      for (int bit = 0; bit < count; bit++) {
        bits.set(length++, (value >> bit & 1) == 1);
      }
      return this;
    }

    /** A book whose lengths are one run each of as many entries. */
    SetUp book(int dimension, int entries) {
      int width = 32 - Integer.numberOfLeadingZeros(entries);
      put(24, 0x564342).put(16, dimension).put(24, entries).put(1, 1).put(5, 0);
      return put(width, entries).put(4, 0);
    }

    SetUp timesAndFloor() {
      put(6, 0).put(16, 0);
      return put(6, 0).put(16, 1).put(5, 0).put(2, 0).put(4, 0);
    }

    SetUp residue(int type, int begin, int end, int classes, int book) {
      put(6, 0).put(16, type).put(24, begin).put(24, end).put(24, 0).put(6, classes - 1);
      put(8, book);
      return put(4 * classes, 0);
    }

    byte[] bytes() {
      byte[] bytes = new byte[(length + 7) / 8];
      byte[] set = bits.toByteArray();
      System.arraycopy(set, 0, bytes, 0, set.length);
      return bytes;
    }
  }

  private void check(SetUp setUp) throws UnreadableExampleException {
    new VorbisSetUp(setUp.bytes(), STEREO, recording).check();
  }

  private void assertRefused(SetUp setUp, String reason) {
    assertThatThrownBy(() -> check(setUp))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.ogg: damaged as Vorbis: " + reason);
  }

  private static SetUp books(int count) {
    return new SetUp().put(8, count - 1);
  }

  @Test
  void aSetUpWithinReasonPasses() {
    SetUp setUp = books(2).book(2, 16).book(8, 300).timesAndFloor().residue(2, 0, 2048, 4, 0);

    assertThatCode(() -> check(setUp)).doesNotThrowAnyException();
  }

  @Test
  void codeBooksThatWouldFillTheMemoryAreRefused() {
    String reason = "its code books hold more than 4194304 values";

    assertRefused(books(1).book(1, 0xffffff), reason);
    assertRefused(books(1).book(0xffff, 0xffff), reason);
    assertRefused(books(3).book(2, 1 << 20).book(2, 1 << 20).book(1, 1), reason);
  }

  @Test
  void aRunOfNoneIsLegal() {
    // an ordered book of 4 entries: none of 1 bit, 4 of 2 bits
    SetUp book = books(2).put(24, 0x564342).put(16, 2).put(24, 4).put(1, 1).put(5, 0);
    book.put(3, 0).put(3, 4).put(4, 0);

    SetUp setUp = book.book(2, 16).timesAndFloor().residue(2, 0, 2048, 4, 1);

    assertThatCode(() -> check(setUp)).doesNotThrowAnyException();
  }

  @Test
  void codesLongerThan32BitsAreRefused() {
    SetUp book = books(1).put(24, 0x564342).put(16, 2).put(24, 4).put(1, 1).put(5, 0);

    assertRefused(book.put(200, 0), "the lengths of a code book do not fit it");
  }

  @Test
  void emptyBooksAreRefused() {
    assertRefused(books(1).book(0, 5), "a code book is empty");
    assertRefused(books(1).book(1, 0), "a code book is empty");
  }

  @Test
  void aBookWithoutItsMarkIsRefused() {
    assertRefused(books(1).put(24, 1), "a code book does not begin with its mark");
  }

  @ParameterizedTest
  @CsvSource({"0, 0, 1025", "1, 0, 16777215", "2, 0, 2049", "2, 100, 50"})
  void residuesBeyondTheirBlockAreRefused(int type, int begin, int end) {
    assertRefused(
        books(1).book(2, 16).timesAndFloor().residue(type, begin, end, 4, 0),
        "a residue reaches beyond its block");
  }

  @ParameterizedTest
  @CsvSource({"5, 0", "4, 1"})
  void residuesOfMoreClassesThanTheirBookAreRefused(int classes, int book) {
    assertRefused(
        books(1).book(2, 16).timesAndFloor().residue(0, 0, 1024, classes, book),
        "a residue has more classes than its code book");
  }

  @Test
  void aHeaderThatEndsEarlyIsRefused() {
    assertRefused(books(1).book(2, 16), "its set-up header ends early");
  }

  @Test
  void commentsThatClaimGigabytesAreNotRead() throws IOException {
    MemorySource file = StoredSounds.source("mono16.ogg");
    int comments = new String(file.bytes(), StandardCharsets.ISO_8859_1).indexOf("\u0003vorbis");
    MemorySource claiming =
        StoredSounds.patched("mono16.ogg", comments + 7, 0xff, 0xff, 0xff, 0x7f);

    SoundDecoder decoder = new SoundDecoder(1, 10);
    assertThat(decoder.decode(OggChecksum.repaired(claiming))).isEqualTo(decoder.decode(file));
  }

  @ParameterizedTest
  @CsvSource({"0xb5, 2^5 and 2^11", "0xe8, 2^8 and 2^14", "0x8b, 2^11 and 2^8"})
  void blocksOfForbiddenSizesAreRefused(String sizes, String shown) {
    MemorySource file = StoredSounds.patched("mono16.ogg", 28 + 28, Integer.decode(sizes));

    assertThatThrownBy(() -> new SoundDecoder(1, 1).decode(OggChecksum.repaired(file)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "mono16.ogg: damaged as Vorbis: blocks of "
                + shown
                + " samples; allowed: 2^6 to 2^13, the shorter first");
  }
}
