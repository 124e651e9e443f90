package io.perceiver.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DamagedFileTest {
  private final ImageDecoder decoder = new ImageDecoder(1_000_000, 255);

  static Stream<MemorySource> files() {
    return Files.all();
  }

  /** The image, or empty where it is refused; any other exception fails the test. */
  private Optional<Raster> decode(MemorySource source) throws IOException {
    try {
      return Optional.of(decoder.decode(source));
    } catch (UnreadableExampleException refused) {
      assertThat(refused).hasMessageStartingWith(source.name() + ": ");
      return Optional.empty();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aFileCutAnywhereIsRefusedUnlessNoPixelIsMissing(MemorySource file) throws IOException {
    Optional<Raster> whole = decode(file);
    assertThat(whole).isPresent();
    int refused = 0;
    for (int length = 0; length < file.size(); length++) {
      Optional<Raster> cut = decode(file.cut(length));
      if (cut.isPresent()) {
        assertThat(cut).as("cut to " + length + " bytes").isEqualTo(whole);
      } else {
        refused++;
      }
    }
    // only end marks, and the padding before them, may be missing
    assertThat(refused).isGreaterThanOrEqualTo((int) file.size() - 21);
  }

  @ParameterizedTest
  @MethodSource("files")
  void anyByteMayBeWrong(MemorySource file) throws IOException {
    for (int at = 0; at < Math.min(file.size(), 400); at++) {
      for (int wrong : new int[] {0, 0x7f, 0xff, file.bytes()[at] ^ 1}) {
        byte[] damaged = file.bytes().clone();
        damaged[at] = (byte) wrong;
        decode(new MemorySource(file.name(), damaged));
      }
    }
  }

  @Test
  void aJpegOfEndlessScansIsRefused() {
    byte[] image = Files.stored("progressive.jpg").bytes();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(image, 0, image.length - 2);
    for (int i = 0; i < 300; i++) {
      file.writeBytes(new byte[] {(byte) 0xff, (byte) 0xda, 0, 8, 1, 1, 0, 0, 0, 0});
    }

    assertThatThrownBy(() -> decoder.decode(new MemorySource("bomb.jpg", file.toByteArray())))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("bomb.jpg: more than 256 scans; no encoder writes so many");
  }

  @Test
  void aFileBeyondAnyAllowedImageIsNotReadToItsEnd() {
    int most = (16 << 20) + 8 * 10;
    MemorySource file = new MemorySource("long.png", new byte[most + 1]);

    assertThatThrownBy(() -> new ImageDecoder(10, 0).decode(file))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage(
            "long.png: larger than " + most + " bytes, more than an image of 10 pixels needs");
  }
}
