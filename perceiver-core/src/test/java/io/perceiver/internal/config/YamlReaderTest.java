package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
  @TempDir Path folder;

  @Test
  void everyNodeKnowsItsLine() {
    ConfigNode.Mapping root = read("model:\n  latents: 3\n\nlist:\n  - a\n  - b: c\n");

    assertThat(root.find("model").orElseThrow().place().text()).isEqualTo("a.yaml:1");
    assertThat(root.find("model.latents").orElseThrow().place().text()).isEqualTo("a.yaml:2");
    ConfigNode.Sequence list = (ConfigNode.Sequence) root.find("list").orElseThrow();
    assertThat(list.items())
        .extracting(item -> item.place().text())
        .containsExactly("a.yaml:5", "a.yaml:6");
  }

  @Test
  void scalarsKeepTheirText() {
    ConfigNode.Mapping root =
        read("a: 007\nb: no\nc: 1e-4\nd: ''\ne:\nf: ~\ng: 'null'\nh: 1_0\ni: 2020-01-01\n");

    assertThat(root)
        .isEqualTo(
            ConfigNode.Mapping.empty(Place.none())
                .with("a", text("007"))
                .with("b", text("no"))
                .with("c", text("1e-4"))
                .with("d", text(""))
                .with("e", new ConfigNode.Null(Place.none()))
                .with("f", new ConfigNode.Null(Place.none()))
                .with("g", text("null"))
                .with("h", text("1_0"))
                .with("i", text("2020-01-01")));
  }

  @Test
  void mistakesAreOneLineWithFileAndLine() {
    assertRefused("a: 1\nb: [1, 2\nc: 3\n", "a.yaml:3: not valid YAML: ");
    assertRefused("a: 1\n  b: 2\n", "a.yaml:2: not valid YAML: ");
    assertRefused("a: \u0001\n", "not valid YAML: ");
    assertRefused("a: 1\n\tb: 2\n", "a.yaml:2: not valid YAML: ");
    assertRefused("[1, 2]", "a.yaml:1: a configuration is a section of keys, this is [1, 2]");
    assertRefused("a: 1\n---\nb: 2\n", "a second document begins here");
    assertRefused("a: 1\nb: 2\na: 3\n", "a: is given twice, also at a.yaml:1 (a.yaml:3)");
    assertRefused(
        "a: &x 1\nb: *x\n", "*x: aliases are not supported; write the value out (a.yaml:2)");
    assertRefused("? [1, 2]\n: 3\n", "not valid YAML");
  }

  @Test
  void deepNestingIsRefused() {
    assertRefused("a: " + "[".repeat(5000), "a.yaml:1: ");
    assertRefused("a: " + "{a: ".repeat(5000), "a.yaml:1: ");
    assertRefused("a: " + "[".repeat(40) + "]".repeat(40), "nested more than 32 levels deep");
  }

  @Test
  void emptyFilesAreEmptySections() {
    assertThat(read("").entries()).isEmpty();
    assertThat(read("# only a comment\n").entries()).isEmpty();
  }

  @Test
  void filesThatCannotBeReadSayWhy() throws IOException {
    Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Path large = Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);

    assertFileRefused(folder.resolve("none.yaml"), "no such file");
    assertFileRefused(folder, "is a folder");
    assertFileRefused(binary, "is not a text file in UTF-8");
    assertFileRefused(large, "larger than 1 MiB");
  }

  @Test
  void pathsAreRelativeToTheFile() throws IOException {
    Path file = Files.writeString(folder.resolve("a.yaml"), "a: b");

    assertThat(YamlReader.file(file).find("a").orElseThrow().place())
        .isEqualTo(new Place(file + ":1", folder));
  }

  private static void assertFileRefused(Path file, String reason) {
    assertThatThrownBy(() -> YamlReader.file(file))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining(file + ": " + reason);
  }

  private static void assertRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining(message)
        .message()
        .hasLineCount(1);
  }

  private static ConfigNode text(String text) {
    return new ConfigNode.Scalar(text, Place.none());
  }

  private static ConfigNode.Mapping read(String yaml) {
    return YamlReader.text(yaml, "a.yaml", Path.of(""));
  }
}
