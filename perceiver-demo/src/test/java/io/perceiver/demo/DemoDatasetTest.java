package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDatasetTest {
  private static final Sizes SMALL = new Sizes(150, 20, 30);
  private static final DemoDataset DATASET = new DemoDataset(7, SMALL);

  @TempDir private Path temporary;

  @Test
  void sameSeedGivesTheSameBytesWithAnyNumberOfThreads() throws Exception {
    Settings settings = new Settings(7, SMALL, Difficulty.DEFAULT);
    new DemoDataset(settings, 1).write(temporary.resolve("one"), ProgressListener.SILENT);
    new DemoDataset(settings, 5).write(temporary.resolve("five"), ProgressListener.SILENT);
    assertThat(contents(temporary.resolve("five"))).isEqualTo(contents(temporary.resolve("one")));
  }

  @Test
  void everyPlatformWritesTheBytesOfTheFirstOne() throws Exception {
    Path folder = written();
    assertThat(Stamp.in(folder).orElseThrow().sha256())
        .as("a change of the drawing needs a new generator number in Settings")
        .isEqualTo("8d8c032dc092e7d6b2b652a48e0d9b730f48b94055a92735472c2beeea2025e0");
  }

  @Test
  void anotherSeedGivesOtherPictures() throws Exception {
    Path folder = written();
    Path other = temporary.resolve("other");
    new DemoDataset(8, SMALL).write(other, ProgressListener.SILENT);
    String picture = "images/train/0001.png";
    assertThat(other.resolve(picture)).isRegularFile();
    assertThat(contents(other).get(picture)).isNotEqualTo(contents(folder).get(picture));
  }

  @Test
  void theManifestListsEveryPictureAndOrdinaryReadersReadThem() throws Exception {
    Path folder = written();
    List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
    assertThat(lines.get(0)).isEqualTo("split,label,image");
    assertThat(lines).hasSize(1 + SMALL.total());
    assertThat(lines.get(150)).matches("train,[a-z]+,images/train/0150\\.png");
    assertThat(lines.get(151)).matches("validation,[a-z]+,images/validation/0001\\.png");
    assertThat(lines.get(200)).matches("test,[a-z]+,images/test/0030\\.png");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      assertThat(Kind.valueOf(cells[1].toUpperCase(java.util.Locale.ROOT)).label())
          .isEqualTo(cells[1]);
      BufferedImage image = ImageIO.read(folder.resolve(cells[2]).toFile());
      assertThat(image.getWidth()).isEqualTo(ImageRenderer.SIDE);
      assertThat(image.getHeight()).isEqualTo(ImageRenderer.SIDE);
    }
  }

  @Test
  void progressGrowsToTheTotal() throws Exception {
    List<Integer> heard = new ArrayList<>();
    DATASET.write(
        temporary.resolve("demo"),
        (done, total) -> {
          assertThat(total).isEqualTo(SMALL.total());
          heard.add(done);
        });
    assertThat(heard).isSorted().doesNotHaveDuplicates().endsWith(SMALL.total());
  }

  @Test
  void aSecondCallFindsTheDataAndTouchesNothing() throws Exception {
    Path folder = written();
    Files.writeString(folder.resolve("my-notes.txt"), "mine");
    Map<String, String> before = contents(folder);
    List<Integer> heard = new ArrayList<>();
    assertThat(DATASET.write(folder, (done, total) -> heard.add(done))).isEqualTo(Outcome.FOUND);
    assertThat(contents(folder)).isEqualTo(before);
    assertThat(heard).isEmpty();
  }

  @Test
  void anEmptyFolderAndMissingParentsAreFilled() throws Exception {
    Path empty = Files.createDirectory(temporary.resolve("empty"));
    Path deep = temporary.resolve("a/b/c");
    assertThat(DATASET.write(empty, ProgressListener.SILENT)).isEqualTo(Outcome.WRITTEN);
    assertThat(DATASET.write(deep, ProgressListener.SILENT)).isEqualTo(Outcome.WRITTEN);
    assertThat(contents(deep)).isEqualTo(contents(empty));
  }

  @Test
  void foreignFilesAreNeverOverwritten() throws Exception {
    Path foreign = Files.createDirectory(temporary.resolve("foreign"));
    Files.writeString(foreign.resolve("manifest.csv"), "split,label,image\n");
    refused(foreign, "holds other files (no demo.json");
    Files.writeString(foreign.resolve("demo.json"), "{\"demo\": true}");
    refused(foreign, "holds other files (no demo.json");
    Path file = Files.writeString(temporary.resolve("file"), "text");
    refused(file, "holds other files");
  }

  @Test
  void dataOfOtherSettingsIsKept() throws Exception {
    Path folder = temporary.resolve("demo");
    new DemoDataset(8, SMALL).write(folder, ProgressListener.SILENT);
    refused(folder, "holds demo data of other settings");
  }

  @Test
  void changedAndIncompleteDataIsReported() throws Exception {
    Path folder = written();
    Path picture = folder.resolve("images/test/0003.png");
    byte[] bytes = Files.readAllBytes(picture);
    bytes[100] ^= 1;
    Files.write(picture, bytes);
    refused(folder, "changed since it was written");
    Files.delete(picture);
    refused(folder, "0003.png");
  }

  @Test
  void anInterruptedRunLeavesNothing() throws Exception {
    Path folder = temporary.resolve("demo");
    assertThatThrownBy(
            () -> DATASET.write(folder, (done, total) -> Thread.currentThread().interrupt()))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).as("the exception stands for the flag").isFalse();
    assertThat(temporary).isEmptyDirectory();
    assertThat(DATASET.write(folder, ProgressListener.SILENT)).isEqualTo(Outcome.WRITTEN);
  }

  @Test
  void aFailingListenerLeavesNothing() {
    assertThatThrownBy(
            () ->
                DATASET.write(
                    temporary.resolve("demo"),
                    (done, total) -> {
                      throw new IllegalStateException("stop");
                    }))
        .hasMessage("stop");
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void nothingIsVisibleBeforeAllIsWritten() throws Exception {
    Path folder = temporary.resolve("demo");
    List<Boolean> visible = new ArrayList<>();
    DATASET.write(folder, (done, total) -> visible.add(Files.exists(folder)));
    assertThat(visible).isNotEmpty().doesNotContain(true);
    assertThat(temporary).isDirectoryContaining(folder::equals);
    assertThat(contents(temporary).keySet()).allMatch(name -> name.startsWith("demo/"));
  }

  @Test
  void twoWritersAtOnceEndWithOneWholeDataSet() throws Exception {
    Path folder = temporary.resolve("demo");
    List<Outcome> inner = new ArrayList<>();
    Outcome outer =
        DATASET.write(
            folder,
            (done, total) -> {
              if (done == total) {
                inner.add(writeHere(folder));
              }
            });
    assertThat(inner).containsExactly(Outcome.WRITTEN);
    assertThat(outer).isEqualTo(Outcome.FOUND);
    assertThat(contents(temporary).keySet()).allMatch(name -> name.startsWith("demo/"));
  }

  @Test
  void aFolderThatCannotBeMadeIsNamed() throws Exception {
    Path file = Files.writeString(temporary.resolve("file"), "text");
    Path below = file.resolve("demo");
    assertThatThrownBy(() -> DATASET.write(below, ProgressListener.SILENT))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("Cannot write the demo data to " + below);
  }

  private Path written() throws InterruptedException {
    Path folder = temporary.resolve("demo");
    assertThat(DATASET.write(folder, ProgressListener.SILENT)).isEqualTo(Outcome.WRITTEN);
    return folder;
  }

  private static Outcome writeHere(Path folder) {
    try {
      return DATASET.write(folder, ProgressListener.SILENT);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void refused(Path folder, String reason) throws IOException {
    Map<String, String> before = contents(folder);
    assertThatThrownBy(() -> DATASET.write(folder, ProgressListener.SILENT))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining(folder.getFileName().toString())
        .hasMessageContaining(reason)
        .hasMessageContaining("choose another folder, or delete it first");
    assertThat(contents(folder)).isEqualTo(before);
  }

  /** Every file below a folder, with / between names, and its bytes in Latin-1. */
  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString().replace('\\', '/');
        byte[] bytes = Files.readAllBytes(path);
        contents.put(name, new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return contents;
  }
}
