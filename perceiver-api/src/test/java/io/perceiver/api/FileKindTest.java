package io.perceiver.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "version https://git-lfs.github.com/spec/v1 | a Git LFS pointer, not the file itself (run 'git lfs pull' where it was cloned)",
        "<!DOCTYPE html><title>404</title> | an HTML page",
        "<HTML> | an HTML page",
        "{\"error\": \"not found\"} | JSON, it begins with '{\"error\": \"not found\"}'",
        "....ftypM4A  | an M4A file",
        "....ftypheic | a HEIC image",
        "....ftypisom | an MP4",
        "RIFF1234AVI LIST | an AVI video",
        "RIFF1234WEBP | a WebP image",
        "hello, reader | text, it begins with 'hello, reader'",
        "0 0 1 | text, it begins with '0 0 1'",
      })
  void namesWhatTheFirstBytesSay(String bytes, String expected) {
    assertThat(FileKind.of(bytes.getBytes(StandardCharsets.ISO_8859_1)).toString())
        .startsWith(expected);
  }

  @Test
  void looksBeyondTheFirstBytesWhereTheMarkLiesThere() {
    byte[] tar = new byte[FileKind.HEAD_BYTES];
    tar[0] = 'a';
    System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 5);
    assertThat(FileKind.of(tar).name()).isEqualTo("a tar archive");
  }

  @Test
  void tellsCompressedFromPlainLas() {
    byte[] las = Arrays.copyOf("LASF".getBytes(StandardCharsets.US_ASCII), 375);
    assertThat(FileKind.of(las).name()).isEqualTo("a LAS file");
    las[104] = (byte) 0x83;
    assertThat(FileKind.of(las).toString()).contains("LAZ", "pdal translate");
  }

  @Test
  void namesEmptyAndZeroFilled() {
    assertThat(FileKind.of(new byte[0]).name()).isEqualTo("empty");
    assertThat(FileKind.of(new byte[10]).name()).contains("zero bytes");
  }

  @Test
  void showsTheBytesOfWhatItDoesNotKnow() {
    assertThat(FileKind.of(new byte[] {1, 2, 3, (byte) 0xfe}).name())
        .isEqualTo("of no known kind, it begins with the bytes 01 02 03 fe");
  }

  @Test
  void tellsTextInUtf16() {
    assertThat(FileKind.of(new byte[] {(byte) 0xff, (byte) 0xfe, 'a', 0}).toString())
        .isEqualTo("text in UTF-16 (save it as UTF-8)");
  }

  @Test
  void saysWhatIsReadInstead() {
    assertThat(FileKind.of(new byte[0]).refused("a.png", "images are PNG files"))
        .hasMessage("a.png: is empty; images are PNG files");
  }
}
