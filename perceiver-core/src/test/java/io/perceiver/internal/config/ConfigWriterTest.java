package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigWriterTest {
  private static final Sample FULL =
      new Sample(
          7,
          Long.MIN_VALUE,
          1234.5,
          false,
          "a: b # c",
          Path.of("/some where/file"),
          Sample.Colour.DARK_RED,
          List.of("no", "1e3", "", "a: b", "null", "~", "- x", "é😀", "a\nb", " padded ", "0x1f"),
          List.of(8, 1),
          List.of(new Sample.Part(3, 1), new Sample.Part(4, 2)),
          Optional.empty(),
          Optional.of(new Sample.Part(6, 5)),
          new Sample.Part(9, 8),
          new LinkedHashMap<>(Map.of("on: off", new Sample.Part(2, 2))));

  @Test
  void plainAndCommentedReadBackEqual() {
    assertThat(read(ConfigWriter.plain(FULL))).isEqualTo(FULL);
    assertThat(read(ConfigWriter.commented(FULL))).isEqualTo(FULL);
    assertThat(read(ConfigWriter.commented(Sample.defaults()))).isEqualTo(Sample.defaults());
  }

  @Test
  void commentsSayMeaningUnitAndWhatIsAllowed() {
    assertThat(ConfigWriter.commented(FULL))
        .contains(
            """
            # number of latents (at least 1)
            latents: 7
            """,
            """
            # sampling rate [Hz] (1 to 48000)
            rate: 1234.5
            """,
            """
            # colours (allowed: grey, dark-red)
            colour: dark-red
            """,
            """
            # the part that is always there
            part:
              # width [pixels] (at least 1)
              width: 9
            """,
            """
            parts:
              - width: 3
                height: 1
              - width: 4
                height: 2
            """);
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        -0.0,
        1,
        0.1,
        1e-4,
        1e-5,
        1.25e-7,
        123456789.125,
        1e9,
        1e300,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        Double.POSITIVE_INFINITY
      })
  void numbersReadBackExactly(double number) {
    assertThat(ScalarText.number(ScalarText.of(number))).hasValue(number);
  }

  @Test
  void numbersAreWrittenAsPeopleDo() {
    assertThat(ScalarText.of(0.001)).isEqualTo("0.001");
    assertThat(ScalarText.of(1e-6)).isEqualTo("1.0e-6");
    assertThat(ScalarText.of(16000)).isEqualTo("16000.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "1e3",
        "",
        "a: b",
        "true",
        "Null",
        "3",
        "- x",
        "[a",
        "2020-01-01",
        "a #b",
        "0x1f",
        "a\u2028b"
      })
  void textThatLooksLikeSomethingElseIsQuoted(String text) {
    String written = ScalarText.quotedIfNeeded(text);

    assertThat(written).startsWith("\"");
    assertThat(YamlReader.text("a: " + written, "a", Path.of("")).get("a"))
        .contains(new ConfigNode.Scalar(text, Place.none()));
  }

  private static Sample read(String yaml) {
    return RecordBinder.bind("", YamlReader.text(yaml, "a.yaml", Path.of("")), Sample.defaults());
  }
}
