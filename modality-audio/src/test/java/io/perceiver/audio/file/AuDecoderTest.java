package io.perceiver.audio.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AuDecoderTest {
  private final SoundDecoder mono = new SoundDecoder(1, 10);

  static byte[] file(int encoding, long declared, ByteOrder order, int... data) {
    ByteBuffer file = ByteBuffer.allocate(32 + data.length).order(order);
    file.put((order == ByteOrder.BIG_ENDIAN ? ".snd" : "dns.").getBytes(StandardCharsets.US_ASCII));
    file.putInt(32).putInt((int) declared).putInt(encoding).putInt(8000).putInt(1);
    file.put(new byte[8]);
    for (int each : data) {
      file.put((byte) each);
    }
    return file.array();
  }

  private Sound decode(int encoding, int... data) throws IOException {
    return mono.decode(
        new MemorySource("a.au", file(encoding, data.length, ByteOrder.BIG_ENDIAN, data)));
  }

  @Test
  void everyEncodingIsScaledByItsFullRange() throws IOException {
    Sound expected = Sound.mono(8000, 0.5f, -1);

    assertThat(decode(2, 0x40, 0x80)).isEqualTo(expected);
    assertThat(decode(3, 0x40, 0, 0x80, 0)).isEqualTo(expected);
    assertThat(decode(4, 0x40, 0, 0, 0x80, 0, 0)).isEqualTo(expected);
    assertThat(decode(5, 0x40, 0, 0, 0, 0x80, 0, 0, 0)).isEqualTo(expected);
    assertThat(decode(6, 0x3f, 0, 0, 0, 0xbf, 0x80, 0, 0)).isEqualTo(expected);
    assertThat(decode(7, 0x3f, 0xe0, 0, 0, 0, 0, 0, 0, 0xbf, 0xf0, 0, 0, 0, 0, 0, 0))
        .isEqualTo(expected);
    assertThat(decode(1, 0x80, 0xff)).isEqualTo(Sound.mono(8000, 32_124 / 32_768f, 0));
    assertThat(decode(27, 0xaa, 0xd5)).isEqualTo(Sound.mono(8000, 32_256 / 32_768f, 8 / 32_768f));
  }

  @Test
  void theLittleEndMayComeFirst() throws IOException {
    MemorySource file =
        new MemorySource("a.au", file(3, 4, ByteOrder.LITTLE_ENDIAN, 0, 0x40, 0, 0x80));

    assertThat(mono.decode(file)).isEqualTo(Sound.mono(8000, 0.5f, -1));
  }

  @Test
  void anUnknownSizeReadsToTheEnd() throws IOException {
    MemorySource file =
        new MemorySource("a.au", file(2, 0xffff_ffffL, ByteOrder.BIG_ENDIAN, 0x40, 0x80));

    assertThat(mono.decode(file)).isEqualTo(Sound.mono(8000, 0.5f, -1));
  }

  @Test
  void contradictionsAreRefused() {
    assertRefused(
        file(3, 6, ByteOrder.BIG_ENDIAN, 1, 2, 3, 4),
        "cut short, it declares 6 bytes of sound, but holds 4");
    assertRefused(
        file(3, 3, ByteOrder.BIG_ENDIAN, 1, 2, 3),
        "its sound ends inside a frame: 3 bytes are not a multiple of 2");
    assertRefused(file(23, 2, ByteOrder.BIG_ENDIAN, 1, 2), "stores samples as AU's encoding 23");
  }

  private void assertRefused(byte[] file, String message) {
    assertThatThrownBy(() -> mono.decode(new MemorySource("a.au", file)))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageStartingWith("a.au: " + message);
  }
}
