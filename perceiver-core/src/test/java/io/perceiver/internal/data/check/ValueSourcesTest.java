package io.perceiver.internal.data.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueReader;
import io.perceiver.api.ValueSource;
import io.perceiver.data.check.CheckMode;
import io.perceiver.data.check.CheckReport;
import io.perceiver.internal.data.Fingerprint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Decoded values in place of bytes, where data sets are looked at. */
class ValueSourcesTest {
  private static final String MODALITY = "length";

  /** Takes texts that are not empty. */
  private static final class Lengths implements ExampleReader<Integer> {
    @Override
    public Integer read(ExampleSource source) throws IOException {
      throw new UnreadableExampleException(source.name(), "only values are read");
    }

    @Override
    public List<ValueReader<?, Integer>> values() {
      return List.of(new ValueReader<>(String.class, Lengths::length));
    }

    private static int length(String name, String text) throws UnreadableExampleException {
      if (text.isEmpty()) {
        throw new UnreadableExampleException(name, "is empty");
      }
      return text.length();
    }
  }

  private static Example example(String id, String split, Object value) {
    return new Example(
        id, split, Map.of(), Map.of(MODALITY, SourceRecord.whole(new ValueSource(id, value))));
  }

  private static CheckReport check(Example train, Example test) {
    CheckOptions options = new CheckOptions(CheckMode.HEADS, Optional.empty(), 2, Set.of());
    return new DatasetCheck(Map.of(MODALITY, new Lengths()), options)
        .check(Map.of("train", List.of(train), "test", List.of(test)));
  }

  @Test
  void aValueThatDoesNotFitIsFoundBeforeTraining() {
    CheckReport report = check(example("a", "train", "text"), example("b", "test", ""));
    assertThat(report.badCount()).isEqualTo(1);
    assertThat(report.badLines()).contains("  length: b: is empty");
    assertThat(report.leaks()).isEmpty();
  }

  @Test
  void oneObjectInTwoSplitsIsALeak() {
    CheckReport report = check(example("a", "train", "text"), example("b", "test", "text"));
    assertThat(report.leaks()).singleElement().asString().contains("in more than one split");
    Object other = new StringBuilder("text").toString();
    assertThat(check(example("a", "train", "text"), example("b", "test", other)).leaks()).isEmpty();
  }

  @Test
  void theFingerprintTellsExamplesAndClassesApart() throws IOException {
    String text = Fingerprint.of(List.of(example("a", "train", "text")));
    assertThat(Fingerprint.of(List.of(example("a", "train", "other")))).isEqualTo(text);
    assertThat(Fingerprint.of(List.of(example("b", "train", "text")))).isNotEqualTo(text);
    assertThat(Fingerprint.of(List.of(example("a", "train", 4)))).isNotEqualTo(text);
  }
}
