package io.perceiver.cli.predict;

import io.perceiver.nn.ModelOutput;
import io.perceiver.run.PredictedExample;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/**
 * CSV (RFC 4180) with a header: {@code source}, {@code true}, and for classes and labels {@code
 * predicted} and the probability of each; for numbers a column each; for elements their count and
 * numbers.
 */
public final class CsvPredictions extends PredictionRows {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setRecordSeparator(System.lineSeparator()).get();

  private boolean begun;

  /** Creates one for a model. */
  public CsvPredictions(Map<String, ModelOutput> outputs, PrintWriter out) {
    super(outputs, out);
  }

  @Override
  void print(PredictedExample predicted) {
    if (!begun) {
      begun = true;
      row(header(predicted));
    }
    List<String> cells = new ArrayList<>(List.of(source(predicted.example())));
    predicted
        .predictions()
        .forEach(
            (head, prediction) -> {
              cells.add(trueValue(head, predicted.example()));
              cells.addAll(PredictionText.cells(prediction).values());
            });
    row(cells);
  }

  private List<String> header(PredictedExample first) {
    List<String> names = new ArrayList<>(List.of("source"));
    first
        .predictions()
        .forEach(
            (head, prediction) -> {
              names.add(prefix(head) + "true");
              PredictionText.cells(prediction)
                  .keySet()
                  .forEach(name -> names.add(prefix(head) + name));
            });
    return names;
  }

  private void row(List<String> cells) {
    try {
      CSV.printRecord(out(), cells.toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
