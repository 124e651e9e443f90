package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.MemorySource;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.data.Dataset;
import io.perceiver.data.FoldersFormat;
import io.perceiver.data.ManifestFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetLoaderTest {
  private static final Set<String> LABEL = Set.of("label");
  private static final Request REQUEST = new Request(Set.of("image"), LABEL, Set.of());

  private final DatasetLoader loader =
      new DatasetLoader(List.of(new ManifestFormat(), new FoldersFormat()));
  @TempDir Path folder;

  private Dataset load(Path path, double fraction, long seed) throws IOException {
    FileTree files = FileTrees.open(path);
    var format = loader.format(files, DatasetLoader.AUTO);
    return loader.load(
        files, format, format.defaults(), REQUEST, new StratifiedShare(fraction, seed, LABEL));
  }

  private Path manifest(int examples) throws IOException {
    StringBuilder text = new StringBuilder("split,label,image\n");
    TestTrees.write(folder.resolve("x"), "x");
    for (int i = 0; i < examples; i++) {
      text.append(i % 5 == 0 ? "test," : "train,").append("class").append(i % 3).append(",x\n");
    }
    return TestTrees.write(folder.resolve("manifest.csv"), text.toString());
  }

  @Test
  void aShareOfTrainBecomesValidation() throws IOException {
    Dataset data = load(manifest(300), 0.1, 1);
    assertThat(data.counts())
        .containsExactly(
            Map.entry("test", 60), Map.entry("train", 216), Map.entry("validation", 24));
    assertThat(data.split("val")).hasSize(24);
    for (String label : List.of("class0", "class1", "class2")) {
      assertThat(data.split("validation"))
          .filteredOn(e -> e.columns().get("label").equals(label))
          .hasSize(8);
    }
    assertThat(load(manifest(300), 0.1, 1).split("validation")).isEqualTo(data.split("validation"));
    assertThat(load(manifest(300), 0.1, 2).split("validation"))
        .isNotEqualTo(data.split("validation"));
    assertThat(load(manifest(300), 0, 1).has("validation")).isFalse();
  }

  @Test
  void aSplitThatIsThereStays() throws IOException {
    TestTrees.write(folder.resolve("train/a/1"), "");
    TestTrees.write(folder.resolve("train/a/2"), "");
    TestTrees.write(folder.resolve("valid/a/3"), "");
    assertThat(load(folder, 0.5, 1).counts())
        .containsExactly(Map.entry("train", 2), Map.entry("validation", 1));
  }

  @Test
  void emptySplitsSayWhatIsThere() throws IOException {
    Dataset data = load(manifest(10), 0, 1);
    assertThatThrownBy(() -> data.split("tset"))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("no examples in split 'tset'; it has test: 2, train: 8.")
        .hasMessageContaining("Did you mean 'test'?");
    assertThatThrownBy(() -> load(manifest(4), 0.01, 1)).hasMessageContaining("too small");
  }

  @Test
  void formatsAreNamedOrRecognised() throws IOException {
    FileTree files = FileTrees.open(manifest(3).getParent());
    assertThat(loader.format(files, "auto").name()).isEqualTo("manifest");
    assertThat(loader.format(files, "folders").name()).isEqualTo("folders");
    assertThatThrownBy(() -> loader.format(files, "manifset"))
        .hasMessage(
            "data.format: no data set format is named 'manifset'; known: auto, folders, manifest."
                + " Did you mean 'manifest'?");
    FileTree other = FileTrees.open(folder.resolve("x"));
    assertThatThrownBy(() -> loader.format(other, "auto"))
        .hasMessageContaining("looks like no known data set format; known: folders, manifest");
  }

  @Test
  void theFingerprintIsOfTheDataAlone() throws IOException {
    String original = load(manifest(30), 0.1, 1).fingerprint();
    assertThat(original).hasSize(64);
    assertThat(load(manifest(30), 0.5, 9).fingerprint()).isEqualTo(original);
    assertThat(load(manifest(31), 0.1, 1).fingerprint()).isNotEqualTo(original);
    TestTrees.write(folder.resolve("x"), "xx");
    List<Example> longer =
        new ManifestFormat().list(FileTrees.open(folder), new ManifestFormat().defaults(), REQUEST);
    assertThat(Fingerprint.of(longer)).isNotEqualTo(original);
    List<Example> shuffled = new ArrayList<>(longer);
    Collections.reverse(shuffled);
    assertThat(Fingerprint.of(shuffled)).isEqualTo(Fingerprint.of(longer));
  }

  @Test
  void aShareTakesNoClassWhollyAndIgnoresOrder() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // ten classes of three, ten examples of one class
      examples.add(example("e" + i, i < 30 ? "small" + i / 3 : "large"));
    }
    StratifiedShare share = new StratifiedShare(0.5, 3, LABEL);
    Set<String> chosen = share.ids(examples);
    assertThat(chosen).hasSizeBetween(19, 20);
    Set<String> left = new HashSet<>();
    for (Example example : examples) {
      if (!chosen.contains(example.id())) {
        left.add(example.columns().get("label"));
      }
    }
    assertThat(left).hasSize(11);
    List<Example> reversed = new ArrayList<>(examples);
    Collections.reverse(reversed);
    assertThat(share.ids(reversed)).isEqualTo(chosen);
  }

  @Test
  void numbersThatHardlyRepeatAreSharedAlike() {
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      examples.add(example("e" + i, "0." + i));
    }
    assertThat(new StratifiedShare(0.2, 3, LABEL).ids(examples)).hasSize(20);
  }

  private static Example example(String id, String label) {
    SourceRecord source = SourceRecord.whole(new MemorySource(id, new byte[0]));
    return new Example(id, "train", Map.of("label", label), Map.of("image", source));
  }
}
