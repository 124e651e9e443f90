package io.perceiver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFolderTest {
  @TempDir Path parent;

  private Path written() throws IOException {
    Path target = parent.resolve("runs/step-10");
    AtomicFolder.write(
        target,
        folder -> {
          Files.writeString(folder.resolve("a.txt"), "twelve bytes");
          Files.createDirectory(folder.resolve("inner"));
          Files.write(folder.resolve("inner/b.bin"), new byte[] {1, 2, 3});
        });
    return target;
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.map(child -> child.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void appearsWholeAndVerifies() throws IOException {
    Path target = written();
    assertThat(names(target)).containsExactly("a.txt", "checksums.json", "inner");
    assertThat(names(target.getParent())).containsExactly("step-10");
    AtomicFolder.verify(target);
  }

  @Test
  void aFailureLeavesNothingBehind() throws IOException {
    Path target = parent.resolve("step-11");
    assertThatThrownBy(
            () ->
                AtomicFolder.write(
                    target,
                    folder -> {
                      Files.createDirectory(folder.resolve("inner"));
                      Files.writeString(folder.resolve("inner/half"), "half");
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(names(parent)).isEmpty();
  }

  @Test
  void neverTouchesAFolderThatIsThere() throws IOException {
    Path target = written();
    assertThatThrownBy(() -> AtomicFolder.write(target, folder -> {}))
        .isInstanceOf(FileAlreadyExistsException.class);
    AtomicFolder.verify(target);
    assertThat(names(target.getParent())).containsExactly("step-10");
  }

  @Test
  void everyCutAndEveryFlippedBitIsFound() throws IOException {
    Path target = written();
    for (String name : List.of("a.txt", "inner/b.bin", "checksums.json")) {
      Path file = target.resolve(name);
      byte[] whole = Files.readAllBytes(file);
      for (int at = 0; at < whole.length; at++) {
        Files.write(file, Arrays.copyOf(whole, at));
        assertDamaged(target, name + " cut to " + at);
      }
      for (int at = 0; at < whole.length; at++) {
        byte[] flipped = whole.clone();
        flipped[at] ^= 0x10;
        Files.write(file, flipped);
        boolean space = name.endsWith(".json") && Character.isWhitespace(whole[at]);
        if (!space) {
          assertDamaged(target, name + " flipped at " + at);
        }
      }
      Files.write(file, whole);
    }
    AtomicFolder.verify(target);
  }

  private static void assertDamaged(Path folder, String how) {
    assertThatThrownBy(() -> AtomicFolder.verify(folder))
        .as(how)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining(folder.toString());
  }

  @Test
  void allDamagedFilesAreNamedAtOnce() throws IOException {
    Path target = written();
    Files.writeString(target.resolve("a.txt"), "twelve");
    Files.delete(target.resolve("inner/b.bin"));
    assertThatThrownBy(() -> AtomicFolder.verify(target))
        .hasMessageContaining("file 'a.txt' has 6 bytes instead of 12; it was cut short")
        .hasMessageContaining("file 'inner/b.bin' is missing");
  }

  @Test
  void filesOutsideAreNeverRead() throws IOException {
    Path target = written();
    Files.writeString(
        target.resolve("checksums.json"),
        "{\"files\":{\"../../../etc/hosts\":{\"bytes\":1,\"crc32c\":\"00000000\"}}}");
    assertThatThrownBy(() -> AtomicFolder.verify(target)).hasMessageContaining("is missing");
  }

  @Test
  void leftoversOfAKilledProcessAreKnownAndRemoved() throws IOException {
    Path target = written();
    Path leftover = Temporaries.beside(target);
    Files.createDirectories(leftover.resolve("inner"));
    Files.writeString(leftover.resolve("inner/half"), "half");
    assertThat(AtomicFolder.isUnfinished(leftover)).isTrue();
    assertThat(AtomicFolder.isUnfinished(target)).isFalse();
    AtomicFolder.removeUnfinished(target.getParent());
    assertThat(names(target.getParent())).containsExactly("step-10");
  }

  @Test
  void aFileIsReplacedOrLeftAsItWas() throws IOException {
    Path file = parent.resolve("new/latest.txt");
    AtomicFile.write(file, "one");
    AtomicFile.write(file, "two");
    assertThat(file).hasContent("two");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    path -> {
                      Files.writeString(path, "thr");
                      throw new IllegalStateException("stopped");
                    }))
        .hasMessage("stopped");
    assertThat(file).hasContent("two");
    assertThat(names(file.getParent())).containsExactly("latest.txt");
  }
}
