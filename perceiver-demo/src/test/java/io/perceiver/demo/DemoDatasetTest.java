package io.perceiver.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDatasetTest {
  private static final Sizes SMALL = new Sizes(70, 10, 20);
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
        .isEqualTo("351ef06ecfe1593098528e747b2959cbf71710422cad35fa94321a0c196cabbe");
  }

  @Test
  void anotherSeedGivesOtherFiles() throws Exception {
    Path folder = written();
    Path other = temporary.resolve("other");
    new DemoDataset(8, SMALL).write(other, ProgressListener.SILENT);
    for (String file :
        List.of("images/test/0001.png", "sounds/test/0001.wav", "shapes/test/0001.ply")) {
      assertThat(other.resolve(file)).isRegularFile();
      assertThat(contents(other).get(file)).isNotEqualTo(contents(folder).get(file));
    }
  }

  @Test
  void theManifestListsEveryExampleAndNamesNoFileInVain() throws Exception {
    Path folder = written();
    List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
    assertThat(lines.get(0)).isEqualTo("split,label,image,audio,pointcloud");
    assertThat(lines).hasSize(1 + SMALL.total());
    assertThat(lines.get(71))
        .matches(
            "validation,[a-z]+,images/validation/0001\\.png,"
                + "sounds/validation/0001\\.wav,shapes/validation/0001\\.ply");
    assertThat(lines.get(100))
        .matches(
            "test,[a-z]+,images/test/0020\\.png,sounds/test/0020\\.wav,shapes/test/0020\\.ply");
    Set<String> own = Set.of("manifest.csv", "missing.csv", "demo.json", "README.txt");
    Set<String> files = new TreeSet<>(contents(folder).keySet());
    files.removeAll(own);
    assertThat(named(lines)).containsExactlyInAnyOrderElementsOf(files);
  }

  @Test
  void onlyTrainingCellsOfTheManifestAreEmpty() throws Exception {
    List<String> lines = Files.readAllLines(written().resolve("manifest.csv"));
    assertThat(lines.subList(1, 71)).allMatch(line -> line.startsWith("train,"));
    assertThat(lines.subList(1, 71)).anyMatch(line -> line.endsWith(","));
    assertThat(lines.subList(71, 101)).noneMatch(line -> (line + ",").contains(",,"));
  }

  @Test
  void theListWithGapsHasTheTestExamplesWithSomeCellsEmpty() throws Exception {
    Path folder = written();
    List<String> whole = Files.readAllLines(folder.resolve("manifest.csv")).subList(81, 101);
    List<String> lines = Files.readAllLines(folder.resolve("missing.csv"));
    assertThat(lines.get(0)).isEqualTo("split,label,image,audio,pointcloud");
    assertThat(lines).hasSize(1 + SMALL.test());
    for (int i = 0; i < SMALL.test(); i++) {
      String[] all = whole.get(i).split(",", -1);
      String[] some = lines.get(1 + i).split(",", -1);
      assertThat(some).startsWith(all[0], all[1]).hasSize(5);
      for (int cell = 2; cell < 5; cell++) {
        assertThat(some[cell]).isIn(all[cell], "");
      }
      assertThat(some[2] + some[3] + some[4]).isNotEmpty();
    }
    assertThat(lines).isNotEqualTo(whole).anyMatch(line -> line.contains(",,"));
  }

  @Test
  void ordinaryReadersReadTheFiles() throws Exception {
    Path folder = written();
    BufferedImage image = ImageIO.read(folder.resolve("images/test/0001.png").toFile());
    assertThat(image.getWidth()).isEqualTo(ImageRenderer.SIDE);
    assertThat(image.getHeight()).isEqualTo(ImageRenderer.SIDE);
    File sound = folder.resolve("sounds/test/0001.wav").toFile();
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(sound)) {
      assertThat(audio.getFrameLength()).isEqualTo(SoundRenderer.SAMPLES);
      assertThat(audio.getFormat().getSampleRate()).isEqualTo(SoundRenderer.RATE);
    }
  }

  @Test
  void theReadmeShowsEveryToy() throws Exception {
    assertThat(Files.readString(written().resolve("README.txt")))
        .contains("  station     ring        beeps        ring\n")
        .contains(Arrays.stream(Kind.values()).map(Kind::label).toList())
        .contains("70 to train on, 10 to choose a model by, 20 to test")
        .doesNotContain("%");
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
  void dataOfAnOlderGeneratorIsKeptAndSaidToBeOld() throws Exception {
    Path folder = Files.createDirectory(temporary.resolve("old"));
    Files.writeString(folder.resolve("manifest.csv"), "split,label,image\n");
    Files.writeString(
        folder.resolve("demo.json"),
        """
        {"settings": {"generator": 1, "seed": 1, "difficulty": {"minDiameter": 22.0}}, "sha256": ""}
        """);
    refused(folder, "holds demo data of an older generator (version 1, this program has 2)");
    assertThatThrownBy(() -> DemoDataset.requireCurrent(folder))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("older generator")
        .hasMessageContaining("choose another folder, or delete it first");
  }

  @Test
  void whatIsNotOfAnotherGeneratorPasses() throws Exception {
    DemoDataset.requireCurrent(written());
    DemoDataset.requireCurrent(temporary.resolve("absent"));
    Path foreign = Files.createDirectory(temporary.resolve("foreign"));
    Files.writeString(foreign.resolve("demo.json"), "no JSON");
    DemoDataset.requireCurrent(foreign);
    assertThat(foreign.resolve("demo.json")).hasContent("no JSON");
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

  private static List<String> named(List<String> lines) {
    return lines.stream()
        .skip(1)
        .flatMap(line -> Arrays.stream(line.split(",", -1)).skip(2))
        .filter(cell -> !cell.isEmpty())
        .toList();
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
