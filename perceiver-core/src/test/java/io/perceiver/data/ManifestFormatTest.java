package io.perceiver.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.internal.data.SourceRecords;
import io.perceiver.internal.data.TestTrees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManifestFormatTest {
  private static final Request REQUEST =
      new Request(Set.of("left", "audio"), Set.of("label"), Set.of("image", "audio", "pointcloud"));

  private final ManifestFormat format = new ManifestFormat();
  @TempDir Path folder;

  @BeforeEach
  void writeFiles() throws IOException {
    for (String name : List.of("1.png", "2.png", "odd#3", "many.idx")) {
      TestTrees.write(folder.resolve("files/" + name), name);
    }
    TestTrees.zip(folder.resolve("sound.zip"), "a/1.wav");
  }

  private List<Example> list(String manifest) throws IOException {
    return list(manifest, format.defaults());
  }

  private List<Example> list(String manifest, ManifestConfig config) throws IOException {
    Path file = TestTrees.write(folder.resolve("m.csv"), manifest);
    return format.list(FileTrees.open(file), config, REQUEST);
  }

  @Test
  void readsEveryKindOfCell() throws IOException {
    List<Example> examples =
        list(
            "\uFEFFsplit, label ,left,audio\r\n"
                + "train,cat,files/1.png,sound.zip!/a/1.wav\r\n"
                + "val,\"dog, big\",files/many.idx#17,\r\n"
                + "\r\n"
                + "test,,files/odd#3,\r\n");
    assertThat(examples).extracting(Example::id).containsExactly("row 2", "row 3", "row 5");
    assertThat(examples).extracting(Example::split).containsExactly("train", "validation", "test");
    assertThat(examples.get(0).columns()).containsOnlyKeys("label").containsEntry("label", "cat");
    assertThat(examples.get(0).sources().get("audio").name()).isEqualTo("sound.zip!/a/1.wav");
    assertThat(examples.get(1).columns()).containsEntry("label", "dog, big");
    assertThat(examples.get(1).sources()).containsOnlyKeys("left");
    assertThat(examples.get(1).sources().get("left").record()).hasValue(17);
    assertThat(examples.get(1).sources().get("left").name()).isEqualTo("files/many.idx#17");
    assertThat(examples.get(2).sources().get("left").record()).isEmpty();
    assertThat(examples.get(2).columns()).isEmpty();
  }

  @Test
  void recordsOfOneFileShareTheirSource() throws IOException {
    List<Example> examples = list("left\nfiles/many.idx#0\nfiles/many.idx#1\n");
    assertThat(examples.get(0).sources().get("left").source())
        .isSameAs(examples.get(1).sources().get("left").source());
  }

  @Test
  void withoutSplitsEverythingIsTrainAndIdsMayBeGiven() throws IOException {
    List<Example> examples = list("id,left\nfirst,files/1.png\nsecond,files/2.png\n");
    assertThat(examples).extracting(Example::id).containsExactly("first", "second");
    assertThat(examples).extracting(Example::split).containsOnly("train");
  }

  @Test
  void installedAndIgnoredColumnsMayStandThere() throws IOException {
    ManifestConfig config = new ManifestConfig(List.of("comment"), false);
    List<Example> examples = list("left,image,comment\nfiles/1.png,not/looked/at,hello\n", config);
    assertThat(examples.get(0).sources()).containsOnlyKeys("left");
    assertThat(examples.get(0).columns()).isEmpty();
  }

  @Test
  void allMistakesOfTheHeaderAreReportedAtOnce() {
    assertThatThrownBy(() -> list("split,lable,left,left,,zzzzzz\n"))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "m.csv: column 'left' is there twice",
                        "m.csv: 2 unknown columns: 'lable' (did you mean 'label'?); 'zzzzzz'."
                            + " Allowed: audio, id, image, label, left, pointcloud, split; others"
                            + " go into data.ignore"));
    assertThatThrownBy(() -> list("label,image\n"))
        .hasMessage("m.csv: has no column of the model's modalities: audio, left");
  }

  @Test
  void allMistakesOfTheRowsAreReportedAtOnce() {
    StringBuilder manifest = new StringBuilder("id,split,left,audio\n");
    manifest.append("a,train,files/1.png\n"); // 2: too few cells
    manifest.append("a,train,files/1.png,\n"); // 3
    manifest.append("a,,files/1.png,\n"); // 4: id taken, no split
    manifest.append("b,train,,\n"); // 5: empty
    manifest.append("c,train,sound.zip!/../../x,\n"); // 6: leaves the archive
    for (int i = 0; i < 12; i++) {
      manifest.append("m" + i + ",train,gone/" + i + ".png,\n"); // 7 to 18
    }
    assertThatThrownBy(() -> list(manifest.toString()))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            e -> {
              assertThat(e.problems()).hasSize(5);
              assertThat(e.problems().get(0)).endsWith("cells: row 2 has 3, the header 4");
              assertThat(e.problems().get(1)).endsWith("without a split: row 4");
              assertThat(e.problems().get(2)).endsWith("empty or taken: row 4 'a'");
              assertThat(e.problems().get(3))
                  .startsWith("m.csv: 13 files that cannot be found: row 6 ")
                  .contains("leaves the archive sound.zip; row 7 gone/0.png; ")
                  .endsWith("; and 3 more");
              assertThat(e.problems().get(4)).contains("1 rows without any").endsWith(": row 5");
            });
  }

  @Test
  void rowsWithoutAnyModalityMayBeLeftOut() throws IOException {
    ManifestConfig config = new ManifestConfig(List.of(), true);
    List<Example> examples = list("label,left,image\na,,x\nb,files/1.png,\n", config);
    assertThat(examples).extracting(Example::id).containsExactly("row 3");
  }

  @Test
  void itIsSaidHowManyRowsAreLeftOutAndWhichIsTheFirst() throws IOException {
    ManifestHeader header =
        ManifestHeader.of("m.csv", List.of("label", "left", "image"), REQUEST, List.of());
    ManifestRows rows =
        new ManifestRows(
            "m.csv",
            header,
            new ManifestConfig(List.of(), true),
            new SourceRecords(FileTrees.open(folder)));
    rows.add("row 2", List.of("a", "files/1.png", ""));
    assertThat(rows.leftOut()).isEmpty();
    rows.add("row 3", List.of("b", "", "x"));
    assertThat(rows.leftOut())
        .hasValue(
            "m.csv: 1 row without any of the model's modalities left out, as data.skipEmptyRows"
                + " asks; the first is row 3");
    rows.add("row 4", List.of("", "", ""));
    assertThat(rows.leftOut()).get().asString().contains(": 2 rows ").endsWith("first is row 3");
  }

  @Test
  void whatIsNoManifestIsRefused() throws IOException {
    assertThatThrownBy(() -> list("")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> list("left\n")).hasMessageContaining("lists no examples");
    assertThatThrownBy(() -> list("left\n\"unclosed")).isInstanceOf(PerceiverException.class);
    Path file = folder.resolve("m.csv");
    Files.write(file, "left\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> format.list(FileTrees.open(file), format.defaults(), REQUEST))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("is not a text in UTF-8");
    assertThatThrownBy(() -> list("left\nfiles/many.idx#9999999999\n"))
        .hasMessageContaining("record numbers go from 0 to");
  }

  @Test
  void recognisesManifestsOnly() throws IOException {
    TestTrees.write(folder.resolve("m.csv"), "left\n");
    assertThat(format.recognises(FileTrees.open(folder.resolve("m.csv")))).isTrue();
    assertThat(format.recognises(FileTrees.open(folder))).isFalse();
    assertThat(format.recognises(FileTrees.open(folder.resolve("files/1.png")))).isFalse();
    TestTrees.write(folder.resolve("manifest.csv"), "left\nfiles/1.png\n");
    assertThat(format.recognises(FileTrees.open(folder))).isTrue();
    assertThat(format.list(FileTrees.open(folder), format.defaults(), REQUEST)).hasSize(1);
  }

  @Test
  void aManifestInAZipListsTheZip() throws IOException {
    Path zip = folder.resolve("all.zip");
    try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.putNextEntry(new ZipEntry("manifest.csv"));
      out.write("left\nx/1.png\n".getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("x/1.png"));
      out.closeEntry();
    }
    List<Example> examples = format.list(FileTrees.open(zip), format.defaults(), REQUEST);
    assertThat(examples.get(0).sources().get("left").name()).isEqualTo("x/1.png");
  }
}
