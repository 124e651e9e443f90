package io.perceiver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.internal.data.Skipped;
import io.perceiver.internal.data.TestTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutsTest {
  private static final Request ONE = new Request(Set.of("image"), Set.of("label"), Set.of());

  private final FoldersFormat format = new FoldersFormat();
  @TempDir Path folder;

  private void write(String... files) throws IOException {
    for (String file : files) {
      TestTrees.write(folder.resolve("d/" + file), file);
    }
  }

  private List<Example> list() throws IOException {
    return format.list(FileTrees.open(folder.resolve("d")), format.defaults(), ONE);
  }

  private static String label(Example example) {
    return example.columns().get("label");
  }

  @Test
  void splitFoldersInClassFoldersAreSplits() throws IOException {
    write("bed/train/1.off", "bed/test/2.off", "sofa/Train/3.off", "sofa/test/4.off", "README.txt");
    assertThat(list())
        .extracting(Example::split, LayoutsTest::label)
        .containsExactly(
            tuple("test", "bed"),
            tuple("train", "bed"),
            tuple("train", "sofa"),
            tuple("test", "sofa"));
  }

  @Test
  void halfSplitLayoutsAreRefused() throws IOException {
    write("bed/train/1.off", "bed/test/2.off", "sofa/3.off", "bed/4.off");
    assertThatThrownBy(this::list)
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("class folders without (sofa)")
        .hasMessageContaining("1 files beside split folders (bed/4.off)");
  }

  @Test
  void splitsAtBothLevelsAreRefused() throws IOException {
    write("train/train/1.off", "test/test/2.off");
    assertThatThrownBy(this::list).hasMessageContaining("at both levels");
    Files.delete(folder.resolve("d/train/train/1.off"));
    write("train/bed/test/1.off", "test/bed/2.off");
    assertThatThrownBy(this::list).hasMessageContaining("too deep (train/bed/test/1.off)");
  }

  @Test
  void aWrappingFolderIsNotTheOnlyClass() throws IOException {
    write("ModelNet10/bed/train/1.off", "ModelNet10/sofa/train/2.off");
    assertThatThrownBy(this::list).isInstanceOf(PerceiverException.class);
    Files.delete(folder.resolve("d/ModelNet10/bed/train/1.off"));
    Files.delete(folder.resolve("d/ModelNet10/sofa/train/2.off"));
    write("pets/cat/1.png", "pets/dog/2.png");
    assertThatThrownBy(this::list).hasMessageContaining("everything lies in its one folder 'pets'");
  }

  @Test
  void listsBesideClassFoldersGiveTheSplits() throws IOException {
    write("bed/bed_0001.txt", "bed/bed_0002.txt", "night_stand/night_stand_0001.txt");
    TestTrees.write(folder.resolve("d/modelnet40_train.txt"), "bed_0001\r\nnight_stand_0001\r\n\n");
    TestTrees.write(folder.resolve("d/modelnet40_test.txt"), "\uFEFFbed_0002\n");
    assertThat(list())
        .extracting(Example::id, Example::split, LayoutsTest::label)
        .containsExactly(
            tuple("bed/bed_0001.txt", "train", "bed"),
            tuple("bed/bed_0002.txt", "test", "bed"),
            tuple("night_stand/night_stand_0001.txt", "train", "night_stand"));
  }

  @Test
  void mistakesOfListsAreReportedAtOnce() throws IOException {
    write("bed/bed_0001.txt");
    TestTrees.write(folder.resolve("d/x_train.txt"), "bed_0001\nbed_0009\n");
    TestTrees.write(folder.resolve("d/x_test.txt"), "bed_0001\n");
    assertThatThrownBy(this::list)
        .hasMessageContaining("1 listed files that cannot be found: x_train.txt line 2 'bed_0009'")
        .hasMessageContaining("1 files that are listed twice: bed/bed_0001.txt");
  }

  @Test
  void litterIsCountedAndNamed() throws IOException {
    write("cat/1.png", "cat/.DS_Store", "cat/README.md", ".git/a", ".git/b", "Thumbs.db");
    write("dog/license_0001.txt", "preview.png");
    assertThat(list()).extracting(Example::id).containsExactly("cat/1.png", "dog/license_0001.txt");
    assertThat(ClassFolders.of(FileTrees.open(folder.resolve("d")), SplitLists.AUTO).skipped())
        .containsExactly(
            new Skipped(Skipped.NO_DATA, 5, List.of(".git/", "Thumbs.db", "cat/.DS_Store")),
            new Skipped("in no class folder", 1, List.of("preview.png")));
  }

  @Test
  void litterBesideTheTopFolderOfAZipDoesNotMakeItAClass() throws IOException {
    Path zip = TestTrees.zip(folder.resolve("z.zip"), "README.txt", ".DS_Store", "p/a/1", "p/b/2");
    assertThat(FileTrees.open(zip).files()).containsExactly("a/1", "b/2");
  }

  @Test
  void bothFormsOfAnAccentAreOneClass() throws IOException {
    write("train/caf\u00e9/1.png", "test/cafe\u0301/2.png");
    assertThat(list()).extracting(LayoutsTest::label).containsOnly("caf\u00e9");
    assertThat(FileTrees.open(folder.resolve("d")).find("test/caf\u00e9/2.png")).isPresent();
  }

  @Test
  void linksThatLoopOrLeadNowhereAreNamed() throws IOException {
    write("cat/1.png");
    Files.createSymbolicLink(folder.resolve("d/cat/loop"), folder.resolve("d"));
    Files.createSymbolicLink(folder.resolve("d/cat/gone.png"), Path.of("nowhere.png"));
    assertThatThrownBy(this::list)
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("1 links to a folder they lie in: cat/loop -> ")
        .hasMessageContaining("1 links that lead nowhere: cat/gone.png -> nowhere.png");
  }
}
