package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OggLinksTest {
  private static final int GRANULE = 6;
  private static final int FLAGS = 5;
  private static final int LAST = 4;

  private final SoundDecoder mono = new SoundDecoder(1, 10);

  private static int lastPage(byte[] file) {
    int at = file.length - 4;
    while (file[at] != 'O' || file[at + 1] != 'g' || file[at + 2] != 'g' || file[at + 3] != 'S') {
      at--;
    }
    return at;
  }

  private static MemorySource withLastGranule(String name, long granule) {
    byte[] file = StoredSounds.bytes(name);
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putLong(lastPage(file) + GRANULE, granule);
    return new MemorySource(name, OggChecksum.repaired(file));
  }

  @Test
  void booksWithRunsOfNoneAreDecodedAsByTheReference() throws IOException {
    Sound sound = mono.decode(StoredSounds.source("run0.ogg"));

    assertThat(sound.rateHz()).isEqualTo(16_000);
    assertThat(sound.channel(0))
        .containsExactly(StoredSounds.reference("run0.s16", 1)[0], within(6e-5f));
  }

  @Test
  void linksOfOneRateAreReadOneAfterAnother() throws IOException {
    byte[] one = StoredSounds.bytes("run0.ogg");
    byte[] other = StoredSounds.bytes("mono16.ogg");

    Sound both = mono.decode(StoredSounds.joined("a.ogg", one, other));

    assertThat(both.frames()).isEqualTo(1600 + 4000);
    assertThat(both.part(0, 1600)).isEqualTo(mono.decode(StoredSounds.source("run0.ogg")));
    assertThat(both.part(1600, 4000)).isEqualTo(mono.decode(StoredSounds.source("mono16.ogg")));
  }

  @Test
  void linksOfDifferentRatesAreRefused() {
    assertRefused(
        StoredSounds.joined(
            "a.ogg", StoredSounds.bytes("run0.ogg"), StoredSounds.bytes("stereo.ogg")),
        "a.ogg: changes from 1 channels at 16000 Hz to 2 at 44100 Hz");
  }

  @Test
  void aStreamBesideTheSoundIsRefused() {
    byte[] one = StoredSounds.bytes("run0.ogg");
    byte[] firstPageOfOther = Arrays.copyOf(StoredSounds.bytes("mono16.ogg"), 58);

    assertRefused(
        StoredSounds.joined("a.ogg", Arrays.copyOf(one, 58), firstPageOfOther),
        "a.ogg: holds another stream, which begins with '?vorbis?', before its first has ended");
  }

  @Test
  void aFileWhoseLastPageIsMissingIsCutShort() {
    byte[] file = StoredSounds.bytes("mono16.ogg");

    assertRefused(
        new MemorySource("a.ogg", Arrays.copyOf(file, lastPage(file))),
        "a.ogg: cut short, its last page of Ogg is not marked as the last");
  }

  @Test
  void aLastPageThatIsNotMarkedIsCutShort() {
    byte[] file = StoredSounds.bytes("run0.ogg");
    file[lastPage(file) + FLAGS] &= (byte) ~LAST;

    assertRefused(
        new MemorySource("a.ogg", OggChecksum.repaired(file)),
        "a.ogg: cut short, its last page of Ogg is not marked as the last");
  }

  @Test
  void theLastPageSaysWhereTheSoundEnds() throws IOException {
    Sound whole = mono.decode(StoredSounds.source("run0.ogg"));

    assertThat(mono.decode(withLastGranule("run0.ogg", 1000))).isEqualTo(whole.part(0, 1000));
    assertRefused(
        withLastGranule("mono16.ogg", 9000),
        "mono16.ogg: damaged as Vorbis: its last page tells of 9000 samples, but there are ");
  }

  @Test
  void whatIsNotOggBehindTheLastPageIsPassed() throws IOException {
    byte[] tag = {'T', 'A', 'G', 0, 0, 0};

    assertThat(
            mono.decode(StoredSounds.joined("a.ogg", StoredSounds.bytes("run0.ogg"), tag)).frames())
        .isEqualTo(1600);
  }

  private void assertRefused(MemorySource file, String message) {
    assertThatThrownBy(() -> mono.decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith(message);
  }
}
