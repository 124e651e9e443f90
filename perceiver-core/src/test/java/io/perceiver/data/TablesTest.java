package io.perceiver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.internal.data.Skipped;
import io.perceiver.internal.data.TestTrees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  private static final Request REQUEST = new Request(Set.of("image"), Set.of("label"), Set.of());
  private static final List<String> SEEDS =
      List.of(
          "split,label,image\ntrain,a,x/1.png\ntest,b,x/2.png\n",
          "sep=;\r\n;split;label;image\r\n0;train;\"a;b\";x\\1.png\r\n",
          "\uFEFFsplit\tlabel\timage\ntrain\ta\tx/1.png\n");

  private final ManifestFormat format = new ManifestFormat();
  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    TestTrees.write(folder.resolve("x/1.png"), "1");
    TestTrees.write(folder.resolve("x/2.png"), "2");
  }

  private List<Example> list(String name, String text) throws IOException {
    Path file = TestTrees.write(folder.resolve(name), text);
    return format.list(FileTrees.open(file), format.defaults(), REQUEST);
  }

  @Test
  void separatorsMarksAndIndexColumnsAreUnderstood() throws IOException {
    for (String seed : SEEDS) {
      List<Example> examples = list("m.csv", seed);
      assertThat(examples.get(0).id()).isEqualTo("row 2");
      assertThat(examples.get(0).split()).isEqualTo("train");
      assertThat(examples.get(0).sources().get("image").name()).isEqualTo("x/1.png");
    }
    assertThat(list("m.csv", SEEDS.get(1)).get(0).columns()).containsEntry("label", "a;b");
    assertThat(list("m.csv", "Unnamed: 0,image\n7,x/1.png\n")).hasSize(1);
  }

  @Test
  void aSeparatorThatCannotBeDecidedIsRefused() {
    assertThatThrownBy(() -> list("m.csv", "a;image,label;b\n"))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("may be separated by comma or semicolon");
  }

  /** Every seed is accepted as it is; whatever is changed, it is read or refused cleanly. */
  @Test
  void damagedManifestsAreReadOrRefused() throws IOException {
    Random random = new Random(7);
    for (String seed : SEEDS) {
      assertThat(list("m.csv", seed)).isNotEmpty();
      for (int round = 0; round < 300; round++) {
        StringBuilder text = new StringBuilder(seed);
        for (int change = 0; change <= random.nextInt(3); change++) {
          int at = random.nextInt(text.length());
          text.setCharAt(at, ",;\t\"\n\r\0\\=x\uFEFF\u00e9".charAt(random.nextInt(12)));
        }
        try {
          assertThat(list("m.csv", text.toString())).isNotEmpty();
        } catch (PerceiverException e) {
          assertThat(e).hasMessageContaining("m.csv");
        }
      }
    }
  }

  @Test
  void anOpenQuotationMarkIsNamedWithItsLine() {
    assertThatThrownBy(
            () -> list("m.csv", "split,image,label\ntrain,x/1.png,a\ntrain,\"x/2.png,b\n"))
        .hasMessageContaining("m.csv: is not readable CSV: a quotation mark in line")
        .hasMessageContaining("never closed");
  }

  @Test
  void jsonLinesAreManifests() throws IOException {
    String text =
        "{\"split\":\"train\",\"image\":\"x/1.png\",\"label\":7}\n"
            + "{\"split\":\"test\",\"label\":null,\"image\":\"x/2.png\"}\n";
    List<Example> examples = list("m.jsonl", text);
    assertThat(examples).extracting(Example::id).containsExactly("line 1", "line 2");
    assertThat(examples).extracting(Example::split).containsExactly("train", "test");
    assertThat(examples.get(0).columns()).containsEntry("label", "7");
    assertThat(examples.get(1).columns()).isEmpty();
    assertThatThrownBy(() -> list("m.jsonl", "{\"image\":[\"x/1.png\"]}\n[1]\n{}{}\n{\n"))
        .hasMessageContaining("line 1 'image'")
        .hasMessageContaining("3 lines that are not one JSON object: line 2; line 3");
  }

  @Test
  void metadataBesideFilesIsRead() throws IOException {
    TestTrees.write(folder.resolve("d/train/1.png"), "1");
    TestTrees.write(folder.resolve("d/test/2.png"), "2");
    TestTrees.write(folder.resolve("d/test/3.png"), "3");
    TestTrees.write(folder.resolve("d/train/metadata.csv"), "file_name,label,boxes\n1.png,a,z\n");
    TestTrees.write(
        folder.resolve("d/test/metadata.jsonl"),
        "{\"file_name\":\"2.png\",\"label\":\"b\",\"boxes\":[1,2]}\n");
    MetadataFormat metadata = new MetadataFormat();
    FileTree tree = FileTrees.open(folder.resolve("d"));
    assertThat(metadata.recognises(tree)).isTrue();
    assertThat(new FoldersFormat().recognises(tree)).isFalse();
    List<Example> examples = metadata.list(tree, metadata.defaults(), REQUEST);
    assertThat(examples).extracting(Example::id).containsExactly("test/2.png", "train/1.png");
    assertThat(examples).extracting(Example::split).containsExactly("test", "train");
    assertThat(examples.get(0).columns()).containsEntry("label", "b");
    MetadataRows rows = MetadataFormat.rows(tree, metadata.defaults(), REQUEST);
    assertThat(MetadataFormat.skipped(tree, rows.paths()))
        .containsExactly(new Skipped("not listed in the metadata", 1, List.of("test/3.png")));
    TestTrees.write(folder.resolve("d/train/metadata.csv"), "file_name\n1.png\n1.png\ngone\n");
    assertThatThrownBy(() -> metadata.list(tree, metadata.defaults(), REQUEST))
        .hasMessageContaining("train/metadata.csv row 4 gone")
        .hasMessageContaining("1 files that are listed twice");
  }
}
