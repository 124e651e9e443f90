package io.perceiver.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordBinderTest {
  private static final Path FOLDER = Path.of("/configs");

  @Test
  void anEmptySectionLeavesTheDefaults() {
    assertThat(bind("")).isEqualTo(Sample.defaults());
  }

  @Test
  void everyKindOfComponentIsBound() {
    Sample bound =
        bind(
            """
            latents: 5e1
            offset: 5_000_000_000
            rate: 1e-0
            shown: false
            title: no
            path: ../images
            colour: Dark_Red
            classes: [yes, 1, "null"]
            layers: 3
            parts: [{width: 3, height: 1}]
            clip: null
            extra: {width: 9, height: 9}
            part: {width: 8}
            named: {left: {width: 1, height: 1}}
            """);

    assertThat(bound)
        .isEqualTo(
            new Sample(
                50,
                5_000_000_000L,
                1,
                false,
                "no",
                Path.of("/images"),
                Sample.Colour.DARK_RED,
                List.of("yes", "1", "null"),
                List.of(3),
                List.of(new Sample.Part(3, 1)),
                Optional.empty(),
                Optional.of(new Sample.Part(9, 9)),
                new Sample.Part(8, 2),
                Map.of("left", new Sample.Part(1, 1))));
  }

  @Test
  void everyMistakeIsNamedWithValueAllowedAndPlace() {
    assertThat(
            problems(
                """
                latents: 0
                ofset: 3
                rate: 96000
                shown: maybe
                colour: dark-reed
                layers: [1, 9]
                part: {height: 7}
                parts: [{width: 3}]
                clip: [1]
                named: 5
                """))
        .containsExactly(
            "s.ofset: unknown key; allowed: latents, offset, rate, shown, title, path, colour, classes,"
                + " layers, parts, clip, extra, part, named. Did you mean 'offset'? (a.yaml:2)",
            "s.latents: 0 is not allowed; allowed: at least 1 (a.yaml:1)",
            "s.rate: 96000 is not allowed; allowed: 1 to 48000 Hz (a.yaml:3)",
            "s.shown: 'maybe' is not allowed; allowed: true or false (a.yaml:4)",
            "s.colour: 'dark-reed' is not allowed; allowed: grey, dark-red. Did you mean 'dark-red'?"
                + " (a.yaml:5)",
            "s.layers[1]: 9 is not allowed; allowed: 1 to 8 (a.yaml:6)",
            "s.parts.height: is missing; allowed: a whole number (a.yaml:8)",
            "s.clip: [1] is not allowed; allowed: a number (a.yaml:9)",
            "s.part.height: 7 is not allowed; allowed: at most width = 4 (a.yaml:7)",
            "s.named: 5 is not allowed; allowed: names with values, each a section with the keys width,"
                + " height (a.yaml:10)");
  }

  @Test
  void aBoundThatIsRefusedIsNotCalledAllowed() {
    Shares defaults = new Shares(0.5, 0.5, 1, 0);
    ConfigNode.Mapping bounds =
        YamlReader.text("{below: 1, within: 0, above: 0, under: 1}", "a.yaml", FOLDER);
    assertThatThrownBy(() -> RecordBinder.bind("s", bounds, defaults))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "s.below: 1 is not allowed; allowed: from 0 to below 1 (a.yaml:1)",
                        "s.within: 0 is not allowed; allowed: above 0 to below 1 (a.yaml:1)",
                        "s.above: 0 is not allowed; allowed: above 0 (a.yaml:1)",
                        "s.under: 1 is not allowed; allowed: below 1 (a.yaml:1)"));
    ConfigNode.Mapping inside = YamlReader.text("{below: 0, above: 1e-9}", "a.yaml", FOLDER);
    assertThat(RecordBinder.bind("s", inside, defaults)).isEqualTo(new Shares(0, 0.5, 1e-9, 0));
    assertThat(ConfigWriter.commented(defaults)).contains("# a share (from 0 to below 1)");
  }

  private record Shares(
      @Setting(value = "a share", min = 0, max = 1, belowMax = true) double below,
      @Setting(value = "a share", min = 0, aboveMin = true, max = 1, belowMax = true) double within,
      @Setting(value = "a size", min = 0, aboveMin = true) double above,
      @Setting(value = "a size", max = 1, belowMax = true) double under) {}

  @Test
  void numbersThatAreNoneOrTooLargeAreRefused() {
    assertThat(problems("latents: 1.5"))
        .containsExactly(
            "s.latents: 1.5 is not allowed; allowed: a whole number, at least 1 (a.yaml:1)");
    assertThat(problems("latents: 3000000000"))
        .containsExactly(
            "s.latents: 3000000000 is not allowed; allowed: a whole number up to 2147483647 (a.yaml:1)");
    assertThat(problems("latents: 1e9999")).hasSize(1);
    assertThat(problems("rate: .nan")).hasSize(1);
    assertThat(problems("rate: 0x1p3")).hasSize(1);
    assertThat(problems("rate: wide"))
        .containsExactly(
            "s.rate: 'wide' is not allowed; allowed: a number in Hz, 1 to 48000 (a.yaml:1)");
  }

  @Test
  void whatFollowsFromARefusedValueIsNotReported() {
    assertThat(problems("part: {width: wide, height: 5}"))
        .containsExactly(
            "s.part.width: 'wide' is not allowed; allowed: a whole number in pixels, at least 1"
                + " (a.yaml:1)");
  }

  @Test
  void aHeadingWithNothingUnderItSetsNothing() {
    assertThat(bind("part:\nnamed:\n")).isEqualTo(Sample.defaults());
    assertThat(problems("latents:"))
        .containsExactly(
            "s.latents: null is not allowed; allowed: a whole number, at least 1 (a.yaml:1)");
  }

  @Test
  void commandLinePathsAreRelativeToTheWorkingFolder() {
    ConfigNode.Mapping file = YamlReader.text("path: a", "a.yaml", FOLDER);
    ConfigNode.Mapping set = Overrides.apply(file, List.of("path=a"), Path.of("/work"));

    assertThat(RecordBinder.bind("", file, Sample.defaults()).path())
        .isEqualTo(Path.of("/configs/a"));
    assertThat(RecordBinder.bind("", set, Sample.defaults()).path()).isEqualTo(Path.of("/work/a"));
  }

  @Test
  void aRecordThatFailsOtherwiseIsReportedWithItsSection() {
    ConfigNode.Mapping node = YamlReader.text("value: 3", "a.yaml", FOLDER);

    assertThatThrownBy(() -> RecordBinder.bind("odd", node, new Odd(2)))
        .hasMessage("odd: cannot be used: java.lang.IllegalStateException: 3 is odd (a.yaml:1)");
  }

  private record Odd(@Setting("an even number") int value) {
    Odd {
      if (value % 2 != 0) {
        throw new IllegalStateException(value + " is odd");
      }
    }
  }

  private static Sample bind(String yaml) {
    return RecordBinder.bind("s", YamlReader.text(yaml, "a.yaml", FOLDER), Sample.defaults());
  }

  private static List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidSpecException.class, () -> bind(yaml)).problems();
  }
}
