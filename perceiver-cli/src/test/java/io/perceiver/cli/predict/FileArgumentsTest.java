package io.perceiver.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.RecordFile;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.internal.data.FileTrees;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From arguments to examples. */
class FileArgumentsTest {
  private final FileArguments one = new FileArguments(Map.of("image", new LinesReader()));
  private final FileArguments two =
      new FileArguments(Map.of("image", new LinesReader(), "audio", new LinesReader()));

  /** Of a file that begins with "many", each further line is a record. */
  private static final class LinesReader implements ExampleReader<String> {
    @Override
    public String read(ExampleSource source) throws IOException {
      throw new UnreadableExampleException(source.name(), "holds many");
    }

    @Override
    public boolean holdsRecords(ExampleSource source, byte[] head) {
      return new String(head, StandardCharsets.UTF_8).startsWith("many");
    }

    @Override
    public RecordFile<String> openRecords(ExampleSource source) throws IOException {
      List<String> lines;
      try (InputStream in = source.open()) {
        lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
      }
      if (lines.isEmpty()) {
        throw new UnreadableExampleException(source.name(), "has no lines");
      }
      return new RecordFile<>() {
        @Override
        public int count() {
          return lines.size();
        }

        @Override
        public String read(int index) {
          return lines.get(index);
        }

        @Override
        public void close() {}
      };
    }
  }

  @TempDir Path folder;

  @BeforeEach
  void files() throws IOException {
    for (String name : List.of("b.png", "a.png", "a=1,b.png", ".hidden", "a.wav")) {
      Files.writeString(folder.resolve(name), name);
    }
  }

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void aPlainFileIsTheModelsOneModality() throws IOException {
    List<Example> examples = one.examples(List.of(file("b.png"), file("a.png")));
    assertThat(examples).extracting(Example::id).containsExactly(file("b.png"), file("a.png"));
    assertThat(examples.get(0).sources()).containsOnlyKeys("image");
  }

  @Test
  void everyRecordOfAFileOfManyIsAnExample() throws IOException {
    Files.writeString(folder.resolve("many.txt"), "many\nfirst\nsecond");
    List<Example> examples = one.examples(List.of(file("many.txt"), file("a.png")));
    assertThat(examples)
        .extracting(Example::id)
        .containsExactly(file("many.txt") + "#0", file("many.txt") + "#1", file("a.png"));
    assertThat(examples.get(1).sources().get("image").record()).hasValue(1);
  }

  @Test
  void aFileOfManyThatCannotBeOpenedIsLeftToThePolicy() throws IOException {
    Files.writeString(folder.resolve("many.txt"), "many");
    assertThat(one.examples(List.of(file("many.txt"))))
        .extracting(Example::id)
        .containsExactly(file("many.txt") + "#0");
  }

  @Test
  void aGroupNamesItsModalities() throws IOException {
    Example example =
        two.examples(List.of("image=" + file("a.png") + ",audio=" + file("a.wav"))).get(0);
    assertThat(example.sources().get("image").name()).isEqualTo(file("a.png"));
    assertThat(example.sources().get("audio").name()).isEqualTo(file("a.wav"));
  }

  @Test
  void aModelOfOneModalityTakesItsNameToo() throws IOException {
    Example example = one.examples(List.of("image=" + file("a=1,b.png"))).get(0);
    assertThat(example.sources().get("image").name()).isEqualTo(file("a=1,b.png"));
  }

  @Test
  void aNameThatIsNoModalityIsAWrongArgument() {
    assertThatThrownBy(() -> one.examples(List.of("imag=" + file("a.png"))))
        .isInstanceOf(WrongArgumentsException.class)
        .hasMessageContainingAll(
            "'imag' is none of the model's modalities: image", "Did you mean 'image'?");
    String first = "imag=" + file("a.png") + ",audio=" + file("a.wav");
    String second = "image=" + file("a.png") + ",adio=" + file("a.wav");
    assertThatThrownBy(() -> two.examples(List.of(first, second)))
        .isInstanceOf(WrongArgumentsException.class)
        .hasMessageContainingAll(
            "'imag' is none of the model's modalities: audio, image. Did you mean 'image'?",
            "'adio' is none of the model's modalities: audio, image. Did you mean 'audio'?");
  }

  @Test
  void aFileWithoutItsModalityIsNotLookedFor() {
    assertThatThrownBy(() -> two.examples(List.of("foo=x.png", "imag=x.png")))
        .isInstanceOf(WrongArgumentsException.class)
        .hasMessageContainingAll(
            "foo=x.png: there is no such file, and 'foo' is none of the model's modalities: audio,"
                + " image.",
            "Did you mean 'image'?");
  }

  @Test
  void aCommaAndAnEqualsSignInANameMakeNoGroup() {
    for (String path : List.of("data/x,y=3.png", "x,y=3.png")) {
      assertThatThrownBy(() -> one.examples(List.of(path)))
          .isExactlyInstanceOf(InvalidSpecException.class)
          .hasMessage(path + ": there is no such file");
    }
    assertThatThrownBy(() -> two.examples(List.of("image=lr=3/x,y=3.png")))
        .isExactlyInstanceOf(InvalidSpecException.class)
        .hasMessage("lr=3/x,y=3.png: there is no such file");
  }

  @Test
  void aFileOfTheWholeNameIsThatFile() throws IOException {
    for (String name : List.of("image=a.png", "foo=a.png")) {
      Files.writeString(folder.resolve(name), name);
      FileTree files = FileTrees.open(folder);
      assertThat(one.examples(List.of(name), files).get(0).sources().get("image").name())
          .isEqualTo(name);
    }
    assertThatThrownBy(() -> two.examples(List.of("foo=a.png"), FileTrees.open(folder)))
        .isInstanceOf(WrongArgumentsException.class)
        .hasMessageContaining("foo=a.png: which modality is it?");
  }

  @Test
  void ofSeveralModalitiesANameBeforeTheEqualsSignIsAlwaysTheModalitys() throws IOException {
    Files.writeString(folder.resolve("image=a.png"), "another");
    Example example = two.examples(List.of("image=a.png"), FileTrees.open(folder)).get(0);
    assertThat(example.sources().get("image").name()).isEqualTo("a.png");
  }

  @Test
  void aModalityNamedTwiceIsAWrongArgument() {
    String twice = "image=" + file("a.png") + ",image=" + file("b.png");
    assertThatThrownBy(() -> two.examples(List.of(twice)))
        .isInstanceOf(WrongArgumentsException.class)
        .hasMessageContaining("names modality 'image' twice");
  }

  @Test
  void aFileThatIsNotThereIsNoWrongArgument() {
    assertThatThrownBy(() -> two.examples(List.of("image=runs/lr=0.1/a.png")))
        .isExactlyInstanceOf(InvalidSpecException.class)
        .hasMessage("runs/lr=0.1/a.png: there is no such file");
  }

  @Test
  void aGroupMayLackAModality() throws IOException {
    assertThat(two.examples(List.of("audio=" + file("a.wav"))).get(0).sources())
        .containsOnlyKeys("audio");
  }

  @Test
  void equalsSignsAndCommasMayStandInNames() throws IOException {
    assertThat(one.examples(List.of(file("a=1,b.png"))).get(0).sources().get("image").name())
        .isEqualTo(file("a=1,b.png"));
  }

  @Test
  void aFolderStandsForItsVisibleFilesInOrder() throws IOException {
    assertThat(one.examples(List.of(folder.toString())))
        .extracting(Example::id)
        .containsExactly(file("a.png"), file("a.wav"), file("a=1,b.png"), file("b.png"));
  }

  @Test
  void aNumberAfterTheFileIsARecord() throws IOException {
    assertThat(one.examples(List.of(file("a.png") + "#3")).get(0).sources().get("image").record())
        .hasValue(3);
  }

  @Test
  void everythingWrongIsReportedTogether() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(
            () -> two.examples(List.of("image=nope.png", file("a.png"), empty.toString())))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContainingAll(
            "nope.png: there is no such file", "which modality is it?", "a folder without files");
  }
}
