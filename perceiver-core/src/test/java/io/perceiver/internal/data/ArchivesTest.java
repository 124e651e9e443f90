package io.perceiver.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  @TempDir Path folder;

  private static byte[] tar(String... names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (String name : names) {
        TarArchiveEntry entry = new TarArchiveEntry(name, true);
        byte[] content = name.getBytes(UTF_8);
        entry.setSize(content.length);
        tar.putArchiveEntry(entry);
        tar.write(content);
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  private FileTree open(String name, byte[] bytes) throws IOException {
    return FileTrees.open(Files.write(folder.resolve(name), bytes));
  }

  private static String text(ExampleSource source) throws IOException {
    try (InputStream in = source.open()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }

  @Test
  void tarsStandForFolders() throws IOException {
    String deep = "pets/cat/" + "x".repeat(150) + ".png";
    byte[] tar = tar("pets/cat/1.png", deep, "pets/dog/2.png");
    for (FileTree tree :
        new FileTree[] {
          open("a.tar", tar),
          open("b.tar.gz", gzip(tar)),
          open("c.tgz", gzip(tar)),
          open("d.tar", gzip(tar))
        }) {
      assertThat(tree.files()).hasSize(3).contains("cat/1.png", "dog/2.png");
      assertThat(text(tree.find("dog/2.png").orElseThrow())).isEqualTo("pets/dog/2.png");
    }
    FileTree beside = FileTrees.open(folder);
    assertThat(text(beside.find("b.tar.gz!/" + deep).orElseThrow())).isEqualTo(deep);
  }

  @Test
  void hostileTarsAreRefused() throws IOException {
    byte[] tar = tar("a/1.png", "b/2.png");
    for (int length : new int[] {0, 100, 513, 1500, 2048}) {
      assertThatThrownBy(() -> open("cut.tar", Arrays.copyOf(tar, length)))
          .isInstanceOf(UnreadableExampleException.class);
    }
    assertThatThrownBy(() -> open("cut.tgz", Arrays.copyOf(gzip(tar), 60)))
        .hasMessageContaining("cut short");
    byte[] twice = Arrays.copyOf(tar, tar.length * 2);
    System.arraycopy(tar, 0, twice, tar.length, tar.length);
    assertThatThrownBy(() -> open("two.tar", twice)).hasMessageContaining("put together");
    assertThatThrownBy(() -> open("out.tar", tar("../x")))
        .hasMessageContaining("out of the archive");
    assertThatThrownBy(() -> open("abs.tar", tar("/x"))).hasMessageContaining("out of the archive");
    assertThatThrownBy(() -> open("dup.tar", tar("x", "x"))).hasMessageContaining("two entries");
    byte[] flipped = tar.clone();
    flipped[101] ^= 1;
    assertThatThrownBy(() -> open("sum.tar", flipped)).hasMessageContaining("checksum");
    ByteArrayOutputStream linked = new ByteArrayOutputStream();
    try (TarArchiveOutputStream out = new TarArchiveOutputStream(linked)) {
      TarArchiveEntry link = new TarArchiveEntry("l", TarConstants.LF_SYMLINK);
      link.setLinkName("/etc/passwd");
      out.putArchiveEntry(link);
      out.closeArchiveEntry();
    }
    assertThatThrownBy(() -> open("link.tar", linked.toByteArray()))
        .hasMessageContaining("'l' is a link to '/etc/passwd'");
  }

  @Test
  void unpackingStopsAtTheLimit() throws IOException {
    Path bomb = Files.write(folder.resolve("bomb.tgz"), gzip(new byte[3_000_000]));
    assertThatThrownBy(() -> Gunzip.toTemporary(bomb, "bomb.tgz", 1_000_000))
        .hasMessageContaining("more than the 1000000 bytes allowed");
  }

  @Test
  void namesOfZipsAreReadAsUnzipReadsThem() throws IOException {
    Path zip = folder.resolve("old.zip");
    try (ZipOutputStream out =
        new ZipOutputStream(Files.newOutputStream(zip), Charset.forName("IBM437"))) {
      out.putNextEntry(new ZipEntry("train/b\u00f6x/1"));
      out.closeEntry();
    }
    assertThat(FileTrees.open(zip).files()).containsExactly("train/b\u00f6x/1");
    assertThat(FileTrees.open(zip).find("train/bo\u0308x/1")).isPresent();
    Path flagged = TestTrees.zip(folder.resolve("new.zip"), "train/b\u00f6x/1");
    assertThat(FileTrees.open(flagged).files()).containsExactly("train/b\u00f6x/1");
  }

  @Test
  void encryptedEntriesAndUnknownMethodsAreNamed() throws IOException {
    byte[] zip = Files.readAllBytes(TestTrees.zip(folder.resolve("z.zip"), "a/1"));
    int directory = 0;
    while (zip[directory] != 'P' || zip[directory + 2] != 1) {
      directory++;
    }
    byte[] encrypted = zip.clone();
    encrypted[directory + 8] |= 1;
    assertThatThrownBy(() -> open("e.zip", encrypted)).hasMessageContaining("'a/1' is encrypted");
    byte[] method = zip.clone();
    method[directory + 10] = 9;
    assertThatThrownBy(() -> open("m.zip", method))
        .hasMessageContaining("'a/1' is compressed by method 9");
  }

  @Test
  void otherArchivesAreNamed() {
    assertThatThrownBy(() -> open("a.tar.xz", new byte[9]))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("unpack it");
  }
}
