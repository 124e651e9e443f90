package io.perceiver.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.Example;
import io.perceiver.api.Head;
import io.perceiver.api.Prediction;
import io.perceiver.api.SourceRecord;
import io.perceiver.data.FileSource;
import io.perceiver.head.ClassificationConfig;
import io.perceiver.head.ClassificationHead;
import io.perceiver.run.PredictedExample;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How predictions are printed. */
class PredictionRowsTest {
  private final Head head =
      new ClassificationHead(
          ClassificationConfig.DEFAULT.withClasses(List.of("cat", "a \"dog\", wet")));
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  private static PredictedExample predicted(Map<String, String> columns, String... heads) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("cat", 0.25);
    scores.put("a \"dog\", wet", 0.75);
    Map<String, Prediction> predictions = new LinkedHashMap<>();
    for (String head : heads) {
      predictions.put(head, new Prediction("a \"dog\", wet", scores));
    }
    SourceRecord source = SourceRecord.whole(FileSource.of(Path.of("x.png")));
    return new PredictedExample(
        new Example("1", "test", columns, Map.of("image", source)), predictions);
  }

  @Test
  void csvQuotesWhatNeedsQuotes() {
    CsvPredictions rows = new CsvPredictions(Map.of("label", head), out);
    rows.accept(predicted(Map.of("label", "cat"), "label"));
    rows.accept(predicted(Map.of(), "label"));
    assertThat(text.toString().lines())
        .containsExactly(
            "source,true,predicted,cat,\"a \"\"dog\"\", wet\"",
            "x.png,cat,\"a \"\"dog\"\", wet\",0.25,0.75",
            "x.png,,\"a \"\"dog\"\", wet\",0.25,0.75");
  }

  @Test
  void csvOfSeveralHeadsNamesThem() {
    Map<String, Head> heads = new LinkedHashMap<>();
    heads.put("a", head);
    heads.put("b", head);
    new CsvPredictions(heads, out).accept(predicted(Map.of("label", "cat"), "a", "b"));
    assertThat(text.toString())
        .startsWith("source,a.true,a.predicted,a.cat,")
        .contains(",b.true,b.predicted,b.cat,");
  }

  @Test
  void jsonIsOneObjectALine() {
    JsonPredictions rows = new JsonPredictions(Map.of("label", head), out);
    rows.accept(predicted(Map.of("label", "cat"), "label"));
    rows.accept(predicted(Map.of(), "label"));
    assertThat(text.toString().lines())
        .containsExactly(
            "{\"source\":\"x.png\",\"true\":\"cat\",\"predicted\":\"a \\\"dog\\\", wet\","
                + "\"scores\":{\"cat\":0.25,\"a \\\"dog\\\", wet\":0.75}}",
            "{\"source\":\"x.png\",\"predicted\":\"a \\\"dog\\\", wet\","
                + "\"scores\":{\"cat\":0.25,\"a \\\"dog\\\", wet\":0.75}}");
  }

  @Test
  void textSaysWhetherItIsRight() {
    TextPredictions rows = new TextPredictions(Map.of("label", head), out);
    rows.accept(predicted(Map.of("label", "cat"), "label"));
    assertThat(text.toString().strip())
        .isEqualTo("x.png  a \"dog\", wet  (a \"dog\", wet 75.0 %, cat 25.0 %)  wrong: it is cat");
  }
}
