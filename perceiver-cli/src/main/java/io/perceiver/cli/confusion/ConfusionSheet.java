package io.perceiver.cli.confusion;

import io.perceiver.evaluate.ConfusionMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A confusion matrix as CSV (RFC 4180): the header has {@code true} and the predicted classes, each
 * row a true class and its counts.
 *
 * @param matrix what is written
 */
record ConfusionSheet(ConfusionMatrix matrix) {
  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setRecordSeparator(System.lineSeparator()).get();

  String text() throws IOException {
    StringBuilder text = new StringBuilder();
    try (CSVPrinter csv = new CSVPrinter(text, CSV)) {
      List<Object> header = new ArrayList<>(List.of("true"));
      header.addAll(matrix.classes());
      csv.printRecord(header);
      for (int actual = 0; actual < matrix.classes().size(); actual++) {
        csv.printRecord(row(actual));
      }
    }
    return text.toString();
  }

  private List<Object> row(int actual) {
    List<Object> row = new ArrayList<>(List.of(matrix.classes().get(actual)));
    for (int predicted = 0; predicted < matrix.classes().size(); predicted++) {
      row.add(matrix.count(actual, predicted));
    }
    return row;
  }
}
