package io.perceiver.internal.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.FileSource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.SourceRecord;
import io.perceiver.data.BadExample;
import io.perceiver.data.check.CheckMode;
import io.perceiver.data.check.CheckReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCheckTest {
  private static final int LONG = 100_000;

  @TempDir Path folder;

  private final Map<String, List<Example>> splits = new TreeMap<>();

  /** Files that begin with "ok" are fine by their head; "ok but" cannot be read all the same. */
  private static final class OkReader implements ExampleReader<String> {
    @Override
    public String read(ExampleSource source) throws IOException {
      String text = new String(FileKind.head(source), StandardCharsets.UTF_8);
      if (text.startsWith("ok but")) {
        throw FileKind.of(new byte[0]).refused(source.name(), "but");
      }
      return text;
    }

    @Override
    public void checkHead(ExampleSource source, byte[] head) throws IOException {
      if (!new String(head, StandardCharsets.UTF_8).startsWith("ok")) {
        throw FileKind.of(head).refused(source.name(), "files begin with ok");
      }
    }

    @Override
    public RecordFile<String> openRecords(ExampleSource source) {
      return new RecordFile<>() {
        @Override
        public int count() {
          return 2;
        }

        @Override
        public String read(int index) {
          return "ok";
        }

        @Override
        public void close() {}
      };
    }
  }

  private void add(String split, String file, String text, String label) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, text);
    add(split, SourceRecord.whole(new FileSource(path, file)), label);
  }

  private void add(String split, SourceRecord source, String label) {
    List<Example> examples = splits.computeIfAbsent(split, key -> new ArrayList<>());
    String id = split + examples.size();
    examples.add(new Example(id, split, Map.of("label", label), Map.of("one", source)));
  }

  private CheckReport check(CheckMode mode) {
    return check(mode, Optional.empty());
  }

  private CheckReport check(CheckMode mode, Optional<Duration> limit) {
    CheckOptions options = new CheckOptions(mode, limit, 2, Set.of("label"));
    return new DatasetCheck(Map.of("one", new OkReader()), options).check(splits);
  }

  @Test
  void reportsAllBadFilesBySplit() throws IOException {
    add("train", "a", "ok 1", "x");
    add("train", "b", "<!doctype html>", "x");
    add("test", "c", "", "x");
    add("test", "d", "hello", "x");
    CheckReport report = check(CheckMode.HEADS);
    assertThat(report.files()).isEqualTo(4);
    assertThat(report.isComplete()).isTrue();
    assertThat(report.bad()).containsOnlyKeys("test", "train");
    assertThat(report.bad().get("train"))
        .singleElement()
        .satisfies(
            bad ->
                assertThat(bad.reason())
                    .startsWith("b: is an HTML page")
                    .endsWith("files begin with ok"));
    assertThat(report.bad().get("test"))
        .extracting(BadExample::id)
        .containsExactly("test0", "test1");
    assertThat(report.badLines())
        .contains("test: 2 cannot be read", "train: 1 cannot be read")
        .anyMatch(line -> line.startsWith("  one: c: is empty"));
  }

  @Test
  void readsWholeFilesWhereAsked() throws IOException {
    add("train", "a", "ok but not quite", "x");
    assertThat(check(CheckMode.HEADS).badCount()).isZero();
    assertThat(check(CheckMode.ALL).badCount()).isEqualTo(1);
    assertThat(check(CheckMode.NONE).checked()).isZero();
  }

  @Test
  void namesAMissingFile() throws IOException {
    add("train", "a", "ok", "x");
    Files.delete(folder.resolve("a"));
    assertThat(check(CheckMode.HEADS).bad().get("train"))
        .singleElement()
        .satisfies(bad -> assertThat(bad.reason()).isEqualTo("a: there is no such file"));
  }

  @Test
  void warnsOfOneFileInTwoSplitsHoweverItIsCalled() throws IOException {
    add("train", "a", "ok", "x");
    Path other = folder.resolve("sub").resolve("..").resolve("a");
    add("test", SourceRecord.whole(new FileSource(other, "sub/../a")), "x");
    assertThat(check(CheckMode.HEADS).leaks())
        .singleElement()
        .satisfies(
            leak ->
                assertThat(leak)
                    .startsWith("1 file in more than one split")
                    .contains("(test, train)"));
  }

  @Test
  void warnsOfOneFileWithTwoLabels() throws IOException {
    add("train", "a", "ok", "cat");
    add("train", "a", "ok", "dog");
    assertThat(check(CheckMode.HEADS).leaks())
        .containsExactly("1 file with more than one label: a (cat, dog)");
  }

  @Test
  void warnsOfEqualContentInTwoSplits() throws IOException {
    String start = "ok" + "-".repeat(LONG);
    add("train", "a", start + "1", "x");
    add("test", "b", start + "1", "x");
    add("test", "c", start + "2", "x");
    assertThat(check(CheckMode.HEADS).leaks())
        .containsExactly(
            "1 group of files of equal content in more than one split: a (train) = b (test)");
  }

  @Test
  void equalContentInOneSplitWithOneLabelIsNobodysBusiness() throws IOException {
    add("train", "a", "ok", "x");
    add("train", "b", "ok", "x");
    assertThat(check(CheckMode.HEADS).leaks()).isEmpty();
  }

  @Test
  void showsThreeOfMany() throws IOException {
    for (int i = 0; i < 5; i++) {
      add("train", "f" + i, "ok " + i, "x");
      add("test", "f" + i, "ok " + i, "x");
    }
    assertThat(check(CheckMode.HEADS).leaks())
        .singleElement()
        .satisfies(leak -> assertThat(leak).startsWith("5 files in more").endsWith("; and 2 more"));
  }

  @Test
  void comparesRecordNumbersWithTheFile() throws IOException {
    Files.writeString(folder.resolve("r"), "ok");
    FileSource file = new FileSource(folder.resolve("r"), "r");
    add("train", new SourceRecord(file, OptionalInt.of(1)), "x");
    add("test", new SourceRecord(file, OptionalInt.of(2)), "x");
    CheckReport report = check(CheckMode.HEADS);
    assertThat(report.files()).isEqualTo(1);
    assertThat(report.bad()).containsOnlyKeys("test");
    assertThat(report.badLines()).contains("  one: r: has 2 records, from 0; there is no record 2");
    assertThat(report.leaks()).isEmpty();
  }

  @Test
  void stopsWhenTheTimeIsOverAndSaysHowFarItCame() throws IOException {
    add("train", "a", "ok", "x");
    add("train", "b", "no", "x");
    CheckReport report = check(CheckMode.HEADS, Optional.of(Duration.ofSeconds(-1)));
    assertThat(report.checked()).isZero();
    assertThat(report.isComplete()).isFalse();
    assertThat(report.coverage()).contains("checked 0 of 2 files", "data.checkSeconds");
  }
}
