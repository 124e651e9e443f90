package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverridesTest {

  @Test
  void laterValuesWinAndSectionsAreMerged() {
    ConfigNode.Mapping result =
        apply(
            "training: {epochs: 3, rate: 1}\n",
            "training.epochs=4",
            "training.epochs=5",
            "heads.label.classes=[a, b]",
            "training={rate: 2}",
            "data.path=C: #1",
            "model.preset=");

    assertThat(result)
        .isEqualTo(
            YamlReader.text(
                """
                training: {epochs: 5, rate: 2}
                heads: {label: {classes: [a, b]}}
                data: {path: "C: #1"}
                model: {preset: null}
                """,
                "expected",
                Path.of("")));
    assertThat(result.find("training.epochs").orElseThrow().place().text())
        .isEqualTo("--set training.epochs");
  }

  @Test
  void listsAreReplaced() {
    assertThat(apply("a: [1, 2, 3]", "a=[4]")).isEqualTo(apply("a: [4]"));
  }

  @Test
  void everyAssignmentThatIsNoneIsNamed() {
    assertThatThrownBy(() -> apply("", "epochs", "=3", "a..b=1", "a=[1"))
        .message()
        .contains(
            "--set epochs: is not key=value",
            "--set =3: is no",
            "--set a..b=1: is no",
            "--set a: not valid YAML")
        .hasLineCount(4);
  }

  private static ConfigNode.Mapping apply(String yaml, String... assignments) {
    return Overrides.apply(
        YamlReader.text(yaml, "a.yaml", Path.of("")), List.of(assignments), Path.of("/work"));
  }
}
