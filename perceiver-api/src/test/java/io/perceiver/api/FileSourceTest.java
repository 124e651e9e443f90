package io.perceiver.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReadUnderItsName() throws IOException {
    FileSource source = new FileSource(Files.writeString(folder.resolve("a.txt"), "abc"), "A");
    assertThat(source.name()).isEqualTo("A");
    assertThat(source.size()).isEqualTo(3);
    try (InputStream in = source.open()) {
      assertThat(in.readAllBytes()).hasSize(3);
    }
  }

  @Test
  void aMissingFileIsUnreadableAndNamed() {
    FileSource source = new FileSource(folder.resolve("none.png"), "none.png");
    assertThatThrownBy(source::open)
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("none.png: there is no such file");
    assertThatThrownBy(source::openChannel).isInstanceOf(UnreadableExampleException.class);
    assertThatThrownBy(source::size).isInstanceOf(UnreadableExampleException.class);
  }
}
