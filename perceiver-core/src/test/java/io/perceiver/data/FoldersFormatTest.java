package io.perceiver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.internal.data.Fingerprint;
import io.perceiver.internal.data.TestTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersFormatTest {
  private static final Request ONE = new Request(Set.of("image"), Set.of("label"), Set.of());
  private static final Request TWO =
      new Request(Set.of("left", "right"), Set.of("label"), Set.of());

  private final FoldersFormat format = new FoldersFormat();
  @TempDir Path folder;

  private void write(String... files) throws IOException {
    for (String file : files) {
      TestTrees.write(folder.resolve("d/" + file), file);
    }
  }

  private List<Example> list(FoldersConfig config, Request request) throws IOException {
    return format.list(FileTrees.open(folder.resolve("d")), config, request);
  }

  @Test
  void splitFoldersGiveSplitsAndLabels() throws IOException {
    write(
        "train/cat/1.png", "train/dog/deep/2.png", "val/cat/3", "test/cat/4.xyz", "train/list.txt");
    write("README.md", "LICENSE", ".hidden/x/y.png", "train/cat/.DS_Store", "test/cat/Thumbs.db");
    List<Example> examples = list(format.defaults(), ONE);
    assertThat(examples)
        .extracting(Example::id, Example::split, e -> e.columns().get("label"))
        .containsExactly(
            tuple("test/cat/4.xyz", "test", "cat"),
            tuple("train/cat/1.png", "train", "cat"),
            tuple("train/dog/deep/2.png", "train", "dog"),
            tuple("val/cat/3", "validation", "cat"));
    assertThat(examples.get(0).sources().get("image").name()).isEqualTo("test/cat/4.xyz");
  }

  @Test
  void aZipGivesWhatItsFolderGives() throws IOException {
    write("train/cat/1.png", "test/dog/2.png");
    TestTrees.zip(folder.resolve("d.zip"), "train/cat/1.png", "test/dog/2.png");
    List<Example> zipped =
        format.list(FileTrees.open(folder.resolve("d.zip")), format.defaults(), ONE);
    List<Example> plain = list(format.defaults(), ONE);
    assertThat(zipped).extracting(Example::id).isEqualTo(plain.stream().map(Example::id).toList());
    assertThat(Fingerprint.of(zipped)).isEqualTo(Fingerprint.of(plain));
  }

  @Test
  void classFoldersAloneAreTrainWithAStratifiedTestShare() throws IOException {
    for (int i = 0; i < 20; i++) {
      write("cat/" + i + ".png");
      if (i < 10) {
        write("dog/" + i + ".png");
      }
    }
    assertThat(list(format.defaults(), ONE)).extracting(Example::split).containsOnly("train");
    List<Example> shared = list(new FoldersConfig("", "label", 0.2, 7, "auto"), ONE);
    Map<String, Long> test =
        shared.stream()
            .filter(e -> e.split().equals("test"))
            .collect(Collectors.groupingBy(e -> e.columns().get("label"), Collectors.counting()));
    assertThat(test).containsOnly(Map.entry("cat", 4L), Map.entry("dog", 2L));
    assertThat(list(new FoldersConfig("", "label", 0.2, 7, "auto"), ONE)).isEqualTo(shared);
    assertThat(list(new FoldersConfig("", "label", 0.2, 8, "auto"), ONE)).isNotEqualTo(shared);
  }

  @Test
  void theModalityIsNamedWhereThereAreSeveral() throws IOException {
    write("cat/1.png");
    Example example = list(new FoldersConfig("right", "kind", 0, 0, "auto"), TWO).get(0);
    assertThat(example.sources()).containsOnlyKeys("right");
    assertThat(example.columns()).containsOnlyKeys("kind");
    assertThatThrownBy(() -> list(format.defaults(), TWO))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("data.modality: '' is not allowed; allowed: left, right");
    assertThatThrownBy(() -> list(new FoldersConfig("rigth", "label", 0, 0, "auto"), TWO))
        .hasMessageContaining("Did you mean 'right'?");
  }

  @Test
  void layoutsThatContradictThemselvesAreRefused() throws IOException {
    write("train/cat/1.png", "dog/2.png");
    assertThatThrownBy(() -> list(format.defaults(), ONE))
        .hasMessageContaining("named like splits (train) and others (dog)");
  }

  @Test
  void aTestShareOfDataWithATestSplitIsRefused() throws IOException {
    write("train/cat/1.png", "test/cat/2.png");
    assertThatThrownBy(() -> list(new FoldersConfig("", "label", 0.5, 0, "auto"), ONE))
        .hasMessageContaining("data.testFraction: 0.5 is not allowed");
  }

  @Test
  void foldersWithoutClassesAreRefused() throws IOException {
    write("train/1.png", "test/2.png");
    assertThatThrownBy(() -> list(format.defaults(), ONE))
        .hasMessageContaining("holds no files in class folders; expected train/CLASS/FILE");
  }

  @Test
  void wrongNumbersAreNamed() {
    assertThatThrownBy(() -> new FoldersConfig("", "", 2, 0, "auto"))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("testFraction: 2.0 is not allowed; allowed: 0 to 0.9")
        .hasMessageContaining("label");
  }

  @Test
  void recognisesFoldersWithFoldersInThem() throws IOException {
    write("a.png");
    assertThat(format.recognises(FileTrees.open(folder.resolve("d")))).isFalse();
    write("cat/a.png");
    assertThat(format.recognises(FileTrees.open(folder.resolve("d")))).isTrue();
    write("manifest.csv");
    assertThat(format.recognises(FileTrees.open(folder.resolve("d")))).isFalse();
  }
}
