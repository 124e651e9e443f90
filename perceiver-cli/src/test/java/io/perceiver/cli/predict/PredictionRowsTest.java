package io.perceiver.cli.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.api.Example;
import io.perceiver.api.FileSource;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.head.Prediction;
import io.perceiver.head.ClassificationConfig;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.nn.ModelOutput;
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
  private final ModelOutput label =
      new ModelOutput(
          "label",
          new ClassificationHead(
              ClassificationConfig.DEFAULT.withClasses(List.of("cat", "a \"dog\", wet"))),
          1);
  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  private static PredictedExample predicted(Map<String, String> columns, String... heads) {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("cat", 0.25);
    scores.put("a \"dog\", wet", 0.75);
    Map<String, Prediction> predictions = new LinkedHashMap<>();
    for (String head : heads) {
      predictions.put(head, new Prediction.OneOf("a \"dog\", wet", scores));
    }
    SourceRecord source = SourceRecord.whole(FileSource.of(Path.of("x.png")));
    return new PredictedExample(
        new Example("1", "test", columns, Map.of("image", source)), predictions);
  }

  @Test
  void csvQuotesWhatNeedsQuotes() {
    CsvPredictions rows = new CsvPredictions(Map.of("label", label), out);
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
    Map<String, ModelOutput> heads = new LinkedHashMap<>();
    heads.put("a", label);
    heads.put("b", label);
    new CsvPredictions(heads, out).accept(predicted(Map.of("label", "cat"), "a", "b"));
    assertThat(text.toString())
        .startsWith("source,a.true,a.predicted,a.cat,")
        .contains(",b.true,b.predicted,b.cat,");
  }

  @Test
  void jsonIsOneObjectALine() {
    JsonPredictions rows = new JsonPredictions(Map.of("label", label), out);
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
    TextPredictions rows = new TextPredictions(Map.of("label", label), out);
    rows.accept(predicted(Map.of("label", "cat"), "label"));
    assertThat(text.toString().strip())
        .isEqualTo("x.png  a \"dog\", wet  (a \"dog\", wet 75.0 %, cat 25.0 %)  wrong: it is cat");
  }

  private PredictedExample predicted(Prediction prediction) {
    SourceRecord source = SourceRecord.whole(FileSource.of(Path.of("x.png")));
    return new PredictedExample(
        new Example("1", "test", Map.of(), Map.of("image", source)), Map.of("label", prediction));
  }

  /** What text, CSV and JSON make of one prediction, one after the other. */
  private List<String> everyWay(Prediction prediction) {
    new TextPredictions(Map.of("label", label), out).accept(predicted(prediction));
    new CsvPredictions(Map.of("label", label), out).accept(predicted(prediction));
    new JsonPredictions(Map.of("label", label), out).accept(predicted(prediction));
    return text.toString().lines().toList();
  }

  @Test
  void labelsAreListed() {
    Map<String, Double> scores = new LinkedHashMap<>();
    scores.put("wet", 0.75);
    scores.put("dark", 0.5);
    assertThat(everyWay(new Prediction.AnyOf(List.of("wet", "dark"), scores)))
        .containsExactly(
            "x.png  wet, dark  (wet 75.0 %, dark 50.0 %)",
            "source,true,predicted,wet,dark",
            "x.png,,wet|dark,0.75,0.5",
            "{\"source\":\"x.png\",\"predicted\":[\"wet\",\"dark\"],"
                + "\"scores\":{\"wet\":0.75,\"dark\":0.5}}");
  }

  @Test
  void numbersHaveTheirUnit() {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("width", 2.5);
    values.put("height", 3.0);
    assertThat(everyWay(new Prediction.Numbers(values, "cm")))
        .containsExactly(
            "x.png  width 2.50000 cm, height 3.00000 cm",
            "source,true,width,height",
            "x.png,,2.5,3.0",
            "{\"source\":\"x.png\",\"predicted\":{\"width\":2.5,\"height\":3.0},"
                + "\"unit\":\"cm\"}");
  }

  @Test
  void elementsAreCountedForPeopleAndWrittenForPrograms() {
    assertThat(
            everyWay(
                new Prediction.Elements("mask", new float[] {1, 2, 3, 4}, 2, new float[] {-1, 1})))
        .containsExactly(
            "x.png  2 elements of 2 channels of 'mask'",
            "source,true,elements,channels,content,positions",
            "x.png,,2,2,1.0 2.0 3.0 4.0,-1.0 1.0",
            "{\"source\":\"x.png\",\"predicted\":{\"modality\":\"mask\",\"elements\":2,"
                + "\"channels\":2,\"content\":[1.0,2.0,3.0,4.0],\"positions\":[-1.0,1.0]}}");
  }

  @Test
  void textIsTextEverywhere() {
    assertThat(everyWay(new Prediction.Text("hello, you")))
        .containsExactly(
            "x.png  hello, you",
            "source,true,predicted",
            "x.png,,\"hello, you\"",
            "{\"source\":\"x.png\",\"predicted\":\"hello, you\"}");
  }
}
