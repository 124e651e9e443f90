package io.perceiver.cli.confusion;

import io.perceiver.api.PerceiverException;
import io.perceiver.evaluate.ConfusionMatrix;
import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.style.HeatMapStyler;

/**
 * A confusion matrix as a PNG: true classes as rows, the first on top, predicted ones as columns,
 * the larger a count the darker its cell. Counts are written into the cells as long as they can be
 * read there.
 *
 * @param matrix what is drawn
 * @param title above it
 */
record ConfusionPicture(ConfusionMatrix matrix, String title) {
  private static final int MOST_CLASSES = 200;
  private static final int MOST_WITH_COUNTS = 40;
  private static final int LONGEST_NAME = 24;

  /** White to blue, fast at first, so that single mistakes show; black reads well on all. */
  private static final Color[] SHADES = {
    Color.WHITE,
    new Color(0xDCE9F5),
    new Color(0xC6DBEF),
    new Color(0xAFD0E8),
    new Color(0x9ECAE1),
    new Color(0x8AC0DD),
    new Color(0x6BAED6)
  };

  /** Made when it is needed: a Java without fonts fails here. */
  private static Font small() {
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12);
  }

  /** Refuses more classes than a picture can show. */
  static void check(List<String> classes) {
    if (classes.size() > MOST_CLASSES) {
      throw new PerceiverException(
          "a picture of %d classes cannot be read, %d are the most; write the confusion matrix to a"
                  .formatted(classes.size(), MOST_CLASSES)
              + " .csv file");
    }
  }

  /**
   * Draws it into a file, without a display.
   *
   * @throws PerceiverException if this Java has no fonts to write with
   */
  void write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ImageIO.write(BitmapEncoder.getBufferedImage(chart()), "png", out);
    } catch (LinkageError | InternalError e) {
      throw new PerceiverException(
          "this Java cannot draw text: "
              + e.getMessage()
              + ". Install fontconfig and a font, or write the confusion matrix to a .csv file",
          e);
    }
  }

  private HeatMapChart chart() {
    List<String> names = names();
    List<String> upwards = new ArrayList<>(names);
    Collections.reverse(upwards);
    int margin = 90 + 7 * names.stream().mapToInt(String::length).max().orElse(0);
    int side = Math.max(240, names.size() * cell());
    HeatMapChart chart =
        new HeatMapChartBuilder()
            .width(side + margin + (hasCounts() ? 0 : 90))
            .height(side + margin)
            .title(title)
            .xAxisTitle("predicted")
            .yAxisTitle("true")
            .build();
    style(chart.getStyler());
    chart.addSeries("examples", names, upwards, cells());
    return chart;
  }

  private boolean hasCounts() {
    return matrix.classes().size() <= MOST_WITH_COUNTS;
  }

  /** Pixels of a cell's side. */
  private int cell() {
    int classes = matrix.classes().size();
    if (classes <= 12) {
      return 56;
    }
    return hasCounts() ? 36 : 14;
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (String name : matrix.classes()) {
      names.add(
          name.length() <= LONGEST_NAME
              ? name
              : name.substring(0, LONGEST_NAME - 6) + "… " + names.size());
    }
    return names;
  }

  private void style(HeatMapStyler style) {
    int tickSpace = Math.max(12, cell() / 2);
    style
        .setRangeColors(SHADES)
        .setMin(0)
        .setMax(Math.max(1, largest()))
        .setShowValue(hasCounts())
        .setValueFont(small())
        .setValueFontColor(Color.BLACK)
        .setHeatMapValueDecimalPattern("#");
    style
        .setXAxisLabelRotation(90)
        .setXAxisMaxLabelCount(matrix.classes().size())
        .setXAxisTickMarkSpacingHint(tickSpace)
        .setYAxisTickMarkSpacingHint(tickSpace)
        .setAxisTickLabelsFont(small());
    style
        .setLegendVisible(!hasCounts())
        .setPlotContentSize(1)
        .setChartBackgroundColor(Color.WHITE)
        .setAntiAlias(true);
  }

  private long largest() {
    int classes = matrix.classes().size();
    long largest = 0;
    for (int actual = 0; actual < classes; actual++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        largest = Math.max(largest, matrix.count(actual, predicted));
      }
    }
    return largest;
  }

  /** Column, row from below, count. */
  private List<Number[]> cells() {
    int classes = matrix.classes().size();
    List<Number[]> cells = new ArrayList<>();
    for (int actual = 0; actual < classes; actual++) {
      for (int predicted = 0; predicted < classes; predicted++) {
        cells.add(new Number[] {predicted, classes - 1 - actual, matrix.count(actual, predicted)});
      }
    }
    return cells;
  }
}
