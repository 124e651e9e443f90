package io.perceiver.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.FileKind;
import io.perceiver.api.MemorySource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.ImageConfig;
import io.perceiver.image.RasterReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeadTest {
  private static final byte[] IDX = {0, 0, 8, 3, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 7};
  private final RasterReader reader = new RasterReader(ImageConfig.defaults());

  static Stream<MemorySource> files() {
    return Files.all();
  }

  private static byte[] head(MemorySource source) {
    return Arrays.copyOf(source.bytes(), Math.min(FileKind.HEAD_BYTES, source.bytes().length));
  }

  @ParameterizedTest
  @MethodSource("files")
  void theHeadOfWhatIsReadIsNeverRefused(MemorySource file) {
    assertThatCode(() -> reader.checkHead(file, head(file))).doesNotThrowAnyException();
    assertThat(reader.holdsRecords(file, head(file))).isFalse();
  }

  @Test
  void idxFilesHoldRecords() throws IOException {
    MemorySource idx = new MemorySource("a.idx", IDX);
    reader.checkHead(idx, head(idx));
    assertThat(reader.holdsRecords(idx, head(idx))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<!DOCTYPE html> | an HTML page",
        "version https://git-lfs.github.com/spec/v1 | a Git LFS pointer",
        "....ftypheic | a HEIC image",
        "....ftypavif | an AVIF image",
        "P7 | text",
        "fLaC | a FLAC file",
      })
  void foreignFilesAreNamedByHeadAndByReading(String start, String kind) {
    MemorySource source = new MemorySource("a.png", start.getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> reader.checkHead(source, source.bytes()))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining("a.png: is " + kind)
        .hasMessageContaining("images are PNG");
    assertThatThrownBy(() -> reader.read(source)).hasMessageContaining("a.png: is " + kind);
  }

  @Test
  void anEmptyFileIsRefused() {
    MemorySource empty = new MemorySource("a.png", new byte[0]);
    assertThatThrownBy(() -> reader.checkHead(empty, empty.bytes()))
        .hasMessageContaining("is empty");
  }
}
