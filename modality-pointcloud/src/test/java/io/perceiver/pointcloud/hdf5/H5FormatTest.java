package io.perceiver.pointcloud.hdf5;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.MemorySource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class H5FormatTest {
  private static final Request REQUEST = new Request(Set.of("shape"), Set.of("label"), Set.of());

  @TempDir private Path folder;
  private final H5Format format = new H5Format();

  private FileTree tree(Object... pathsAndContents) {
    Map<String, byte[]> files = new TreeMap<>();
    for (int i = 0; i < pathsAndContents.length; i += 2) {
      Object content = pathsAndContents[i + 1];
      files.put(
          (String) pathsAndContents[i],
          content instanceof String text ? text.getBytes(US_ASCII) : (byte[]) content);
    }
    return new Tree(files);
  }

  private List<String> listed(FileTree tree, H5Config config) throws IOException {
    return format.list(tree, config, REQUEST).stream()
        .map(example -> example.id() + " " + example.split() + " " + example.columns())
        .toList();
  }

  @Test
  void isFoundAsAServiceByItsName() {
    assertThat(ServiceLoader.load(DatasetFormat.class))
        .anySatisfy(found -> assertThat(found.name()).isEqualTo("hdf5"));
  }

  @Test
  void namesSayWhatFilesAreFor() throws IOException {
    FileTree tree =
        tree(
            "ply_data_test0.h5",
            H5Bytes.labelled(folder, 2, 1),
            "ply_data_train0.h5",
            H5Bytes.labelled(folder, 2, 0, 1),
            "notes.h5",
            "no matter",
            "shape_names.txt",
            "airplane\nbathtub\n");

    assertThat(format.recognises(tree)).isTrue();
    assertThat(listed(tree, H5Config.defaults()))
        .containsExactly(
            "ply_data_test0.h5#0 test {label=bathtub}",
            "ply_data_train0.h5#0 train {label=airplane}",
            "ply_data_train0.h5#1 train {label=bathtub}");
  }

  @Test
  void listsSayItWhereThereAreAny() throws IOException {
    FileTree tree =
        tree(
            "m/a.h5",
            H5Bytes.labelled(folder, 2, 3),
            "m/b.h5",
            H5Bytes.labelled(folder, 2, 4),
            "m/train_files.txt",
            "data/modelnet/b.h5\n",
            "m/test_files.txt",
            "data/modelnet/a.h5\r\n");

    assertThat(listed(tree, H5Config.defaults()))
        .containsExactly("m/a.h5#0 test {label=3}", "m/b.h5#0 train {label=4}");
  }

  @Test
  void listsTellFilesOfTheSameNameByTheirFolders() throws IOException {
    FileTree tree =
        tree(
            "train/data0.h5",
            H5Bytes.labelled(folder, 2, 3),
            "test/data0.h5",
            H5Bytes.labelled(folder, 2, 4),
            "train_files.txt",
            "clouds/train/data0.h5\n",
            "test_files.txt",
            "clouds/test/data0.h5\n");

    assertThat(listed(tree, H5Config.defaults()))
        .containsExactly("test/data0.h5#0 test {label=4}", "train/data0.h5#0 train {label=3}");
  }

  @Test
  void listsOfSeveralFoldersAndLinesAreAllRead() throws IOException {
    FileTree tree =
        tree(
            "a/data0.h5",
            H5Bytes.labelled(folder, 2, 1),
            "a/data1.h5",
            H5Bytes.labelled(folder, 2, 2),
            "a/train_files.txt",
            "data0.h5\ndata1.h5\n",
            "a/shape_names.txt",
            "x\ny\nz\n",
            "b/data0.h5",
            H5Bytes.labelled(folder, 2, 0),
            "b/train_files.txt",
            "data0.h5\n",
            "b/shape_names.txt",
            "x\ny\nz\n");

    assertThat(listed(tree, H5Config.defaults()))
        .containsExactly(
            "a/data0.h5#0 train {label=y}",
            "a/data1.h5#0 train {label=z}",
            "b/data0.h5#0 train {label=x}");
  }

  @Test
  void whatListsAndNamesSayMustBeThereAndAgree() throws IOException {
    FileTree tree =
        tree(
            "a/data0.h5",
            H5Bytes.labelled(folder, 2, 1),
            "a/train_files.txt",
            "data0.h5\ndata1.h5\n",
            "a/shape_names.txt",
            "x\ny\n",
            "b/shape_names.txt",
            "y\nx\n");

    assertThatThrownBy(() -> listed(tree, H5Config.defaults()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("a/train_files.txt: there is no 'data1.h5'; add it, or remove it")
        .hasMessageContaining("a/shape_names.txt and b/shape_names.txt name different classes");
  }

  @Test
  void aFileThatIsListedWithItsWholePathIsNoOtherOne() throws IOException {
    FileTree tree =
        tree(
            "data0.h5",
            H5Bytes.labelled(folder, 2, 3),
            "old/data0.h5",
            H5Bytes.labelled(folder, 2, 4),
            "train_files.txt",
            "data0.h5\n",
            "test_files.txt",
            "clouds/old/data0.h5\n");

    assertThat(listed(tree, H5Config.defaults()))
        .containsExactly("data0.h5#0 train {label=3}", "old/data0.h5#0 test {label=4}");
  }

  @Test
  void listsThatLeaveItOpenAreRefused() {
    FileTree tree =
        tree(
            "a/data0.h5",
            "",
            "b/data0.h5",
            "",
            "c.h5",
            "",
            "train_files.txt",
            "data0.h5\nc.h5",
            "test_files.txt",
            "x/c.h5");

    assertThatThrownBy(() -> listed(tree, H5Config.defaults()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining(
            "train_files.txt: 'data0.h5' could be any of a/data0.h5, b/data0.h5; write more of its"
                + " path")
        .hasMessageContaining(
            "c.h5: both train_files.txt and test_files.txt name it; a file is for one split only");
  }

  @ParameterizedTest
  @CsvSource({
    "latest_train.h5, train",
    "TRAIN-0.h5, train",
    "training2.h5, train",
    "clouds.val3.h5, validation",
    "validation0.h5, validation",
    "0test.h5, test"
  })
  void wholeWordsOfNamesSayWhatFilesAreFor(String name, String split) throws IOException {
    FileTree tree = tree(name, H5Bytes.labelled(folder, 2, 1), "interval0.h5", "", "latest.h5", "");

    assertThat(listed(tree, H5Config.defaults()))
        .containsExactly(name + "#0 " + split + " {label=1}");
  }

  @Test
  void namesOfTwoSplitsAreRefused() throws IOException {
    FileTree tree = tree("train_test0.h5", "");

    assertThat(format.recognises(tree)).isTrue();
    assertThatThrownBy(() -> listed(tree, H5Config.defaults()))
        .hasMessageContaining("train_test0.h5: its name stands for test and train; call it after");
  }

  @Test
  void sourcesAreRecords() throws IOException {
    FileTree tree = tree("train.h5", H5Bytes.labelled(folder, 2, 0, 0));

    Example second = format.list(tree, H5Config.defaults(), REQUEST).get(1);

    assertThat(second.sources().get("shape").name()).isEqualTo("train.h5#1");
  }

  @Test
  void otherFoldersAreNotRecognised() throws IOException {
    assertThat(format.recognises(tree("train.csv", "a"))).isFalse();
    assertThatThrownBy(() -> listed(tree("train.csv", "a"), H5Config.defaults()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("holds no HDF5 files called after a split");
  }

  @Test
  void everyMistakeIsReportedAtOnce() throws IOException {
    FileTree tree = tree("test.h5", "no HDF5", "train.h5", H5Bytes.labelled(folder, 2, 0, 5));

    assertThatThrownBy(() -> listed(tree, new H5Config("image", "label", List.of("a", "b"))))
        .hasMessageContaining("modality: 'image' is not allowed; allowed: one of the model's")
        .hasMessageContaining("test.h5: damaged or no HDF5 file")
        .hasMessageContaining(
            "train.h5: record 1 is of class 5.0; allowed: whole numbers from 0 to 1");
  }

  @Test
  void labelsMustBeAsManyAsClouds() throws IOException {
    byte[] file =
        H5Bytes.of(folder, Map.of("data", H5Bytes.clouds(3, 2), "label", new int[][] {{1}, {2}}));

    assertThatThrownBy(() -> listed(tree("train.h5", file), H5Config.defaults()))
        .hasMessageContaining("'data' has shape [3, 2, 3], but there are 2 labels");
  }

  /** A folder in memory. */
  private record Tree(Map<String, byte[]> contents) implements FileTree {
    @Override
    public String name() {
      return "folder";
    }

    @Override
    public Optional<String> namedFile() {
      return Optional.empty();
    }

    @Override
    public List<String> files() {
      return List.copyOf(contents.keySet());
    }

    @Override
    public Optional<ExampleSource> find(String path) {
      return Optional.ofNullable(contents.get(path)).map(bytes -> new MemorySource(path, bytes));
    }
  }
}
