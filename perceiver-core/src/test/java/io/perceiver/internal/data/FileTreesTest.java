package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.MemorySource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreesTest {
  @TempDir Path folder;

  private static String text(ExampleSource source) throws IOException {
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aFolderListsAndFindsItsFiles() throws IOException {
    TestTrees.write(folder.resolve("data/b/2.txt"), "two");
    TestTrees.write(folder.resolve("data/a.txt"), "a");
    TestTrees.write(folder.resolve("beside.txt"), "beside");
    FileTree tree = FileTrees.open(folder.resolve("data"));
    assertThat(tree.namedFile()).isEmpty();
    assertThat(tree.files()).containsExactly("a.txt", "b/2.txt");
    assertThat(text(tree.find("b/2.txt").orElseThrow())).isEqualTo("two");
    assertThat(tree.find("b/2.txt").orElseThrow().name()).isEqualTo("b/2.txt");
    assertThat(text(tree.find("../beside.txt").orElseThrow())).isEqualTo("beside");
    assertThat(tree.find("b")).isEmpty();
    assertThat(tree.find("none")).isEmpty();
    assertThat(tree.find("bad\0name")).isEmpty();
  }

  @Test
  void aFileOpensItsFolder() throws IOException {
    TestTrees.write(folder.resolve("m.csv"), "m");
    TestTrees.write(folder.resolve("x.txt"), "x");
    FileTree tree = FileTrees.open(folder.resolve("m.csv"));
    assertThat(tree.namedFile()).contains("m.csv");
    assertThat(tree.files()).containsExactly("m.csv", "x.txt");
  }

  @Test
  void aZipStandsForAFolder() throws IOException {
    Path zip = TestTrees.zip(folder.resolve("d.zip"), "train/cat/1.txt", "test/dog/2.txt");
    FileTree tree = FileTrees.open(zip);
    assertThat(tree.files()).containsExactly("test/dog/2.txt", "train/cat/1.txt");
    assertThat(text(tree.find("train/cat/1.txt").orElseThrow())).isEqualTo("train/cat/1.txt");
    assertThat(text(tree.find("train/x/../cat/./1.txt").orElseThrow()))
        .isEqualTo("train/cat/1.txt");
    assertThatThrownBy(() -> tree.find("../d.zip"))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("leaves the archive");
    assertThatThrownBy(() -> tree.find("inner.zip!/x")).hasMessageContaining("unpack the outer");
  }

  @Test
  void theTopFolderOfAZippedFolderIsTheTree() throws IOException {
    Path zip = TestTrees.zip(folder.resolve("d.zip"), "pets/a/1.txt", "pets/b/2.txt", "__MACOSX/x");
    FileTree tree = FileTrees.open(zip);
    assertThat(tree.files()).containsExactly("a/1.txt", "b/2.txt");
    assertThat(text(tree.find("a/1.txt").orElseThrow())).isEqualTo("pets/a/1.txt");
    Path onlyTrain = TestTrees.zip(folder.resolve("t.zip"), "train/a/1.txt");
    assertThat(FileTrees.open(onlyTrain).files()).containsExactly("train/a/1.txt");
  }

  @Test
  void aFileInAZipOpensItsFolder() throws IOException {
    Path zip = TestTrees.zip(folder.resolve("d.zip"), "a/m.csv", "a/1.txt", "b.txt");
    FileTree tree = FileTrees.open(Path.of(zip + "!/a/m.csv"));
    assertThat(tree.namedFile()).contains("m.csv");
    assertThat(tree.files()).containsExactly("1.txt", "m.csv");
    assertThat(text(tree.find("../b.txt").orElseThrow())).isEqualTo("b.txt");
    assertThatThrownBy(() -> FileTrees.open(Path.of(zip + "!/a/n.csv")))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("has no entry 'a/n.csv'");
  }

  @Test
  void entriesOfZipsInAFolderAreFound() throws IOException {
    TestTrees.zip(folder.resolve("images.zip"), "x/1.txt");
    FileTree tree = FileTrees.open(folder);
    ExampleSource source = tree.find("images.zip!/x/1.txt").orElseThrow();
    assertThat(source.name()).isEqualTo("images.zip!/x/1.txt");
    assertThat(source.size()).isEqualTo(7);
    assertThat(text(source)).isEqualTo("x/1.txt");
    assertThat(source).isEqualTo(tree.find("images.zip!/x/1.txt").orElseThrow());
    assertThat(tree.find("images.zip!/x/2.txt")).isEmpty();
    assertThat(tree.find("other.zip!/x/1.txt")).isEmpty();
    assertThatThrownBy(() -> tree.find("images.zip!/../x"))
        .hasMessageContaining("leaves the archive");
  }

  @Test
  void channelsSeekInFilesZipsAndMemory() throws IOException {
    TestTrees.write(folder.resolve("f.txt"), "f.txt");
    TestTrees.zip(folder.resolve("z.zip"), "f.txt");
    FileTree tree = FileTrees.open(folder);
    ExampleSource memory = new MemorySource("m", "f.txt".getBytes(StandardCharsets.UTF_8));
    for (ExampleSource source :
        new ExampleSource[] {
          tree.find("f.txt").orElseThrow(), tree.find("z.zip!/f.txt").orElseThrow(), memory
        }) {
      try (SeekableByteChannel channel = source.openChannel()) {
        ByteBuffer bytes = ByteBuffer.allocate(3);
        assertThat(channel.size()).isEqualTo(5);
        assertThat(channel.position(2).read(bytes)).isEqualTo(3);
        assertThat(new String(bytes.array(), StandardCharsets.UTF_8)).isEqualTo("txt");
        assertThat(channel.position(9).read(bytes.clear())).isEqualTo(-1);
      }
    }
  }

  @Test
  void missingPathsSayWhereAndWhatIsThere() throws IOException {
    TestTrees.write(folder.resolve("mnist/x"), "");
    TestTrees.write(folder.resolve("esc10/x"), "");
    assertThatThrownBy(() -> FileTrees.open(folder.resolve("minst/manifest.csv")))
        .isInstanceOf(PerceiverException.class)
        .hasMessage(
            "There is no file or folder %s. %s holds esc10, mnist. Did you mean 'mnist'?",
            folder.resolve("minst/manifest.csv"), folder);
  }

  @Test
  void whatIsNoZipIsRefused() throws IOException {
    TestTrees.write(folder.resolve("text.zip"), "not a zip");
    assertThatThrownBy(() -> FileTrees.open(folder.resolve("text.zip")))
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessageContaining("is not a readable zip");
  }

  @Test
  void aBombStopsAtTheLimit() throws IOException {
    Path zip = folder.resolve("bomb.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("zeros"));
      out.write(new byte[3_000_000]);
      out.closeEntry();
    }
    assertThat(Files.size(zip)).isLessThan(10_000);
    ExampleSource source = FileTrees.open(zip, 1_000_000).find("zeros").orElseThrow();
    assertThatThrownBy(source::openChannel)
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("zeros: inflates to more than the 1000000 bytes allowed");
    assertThat(FileTrees.open(zip).find("zeros").orElseThrow().openChannel().size())
        .isEqualTo(3_000_000);
  }

  /** Whatever bit is flipped, an entry is read as it was, or refused with a clean exception. */
  @Test
  void everyFlippedBitOfAZipIsSurvived() throws IOException {
    byte[] whole = Files.readAllBytes(TestTrees.zip(folder.resolve("z.zip"), "some/entry.txt"));
    int refused = 0;
    for (int at = 0; at < whole.length * 8; at++) {
      byte[] flipped = whole.clone();
      flipped[at / 8] ^= (byte) (1 << at % 8);
      Path file = Files.write(folder.resolve("flipped" + at + ".zip"), flipped);
      try {
        FileTree tree = FileTrees.open(file);
        for (String name : tree.files()) {
          assertThat(text(tree.find(name).orElseThrow())).isEqualTo("some/entry.txt");
        }
      } catch (UnreadableExampleException | PerceiverException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length);
  }

  @Test
  void everyCutOfAZipIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(TestTrees.zip(folder.resolve("z.zip"), "some/entry.txt"));
    for (int length = 0; length < whole.length; length++) {
      Path file = folder.resolve("cut" + length + ".zip");
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> FileTrees.open(file)).isInstanceOf(UnreadableExampleException.class);
    }
  }
}
