package io.perceiver.bench.report;

import io.perceiver.api.PerceiverException;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Draws a picture into a PNG, without a display. */
final class PictureFile {
  private static final int WIDTH = 900;
  private static final int HEIGHT = 540;

  /** Degrees; names of categories are long. */
  private static final int LABEL_ROTATION = 30;

  private PictureFile() {}

  /**
   * Draws.
   *
   * @throws PerceiverException if this Java has no fonts to write with
   */
  static void write(Picture picture, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ImageIO.write(BitmapEncoder.getBufferedImage(chart(picture)), "png", out);
    } catch (LinkageError | InternalError e) {
      throw new PerceiverException(
          "this Java cannot draw text: " + e.getMessage() + ". Install fontconfig and a font", e);
    }
  }

  private static Chart<?, ?> chart(Picture picture) {
    Chart<?, ?> chart = picture.kind() == Picture.Kind.BARS ? bars(picture) : lines(picture);
    chart.getStyler().setChartBackgroundColor(Color.WHITE);
    chart.getStyler().setLegendPosition(LegendPosition.OutsideS);
    return chart;
  }

  private static XYChart lines(Picture picture) {
    XYChart chart =
        new XYChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(picture.title())
            .xAxisTitle(picture.xLabel())
            .yAxisTitle(picture.yLabel())
            .build();
    boolean logarithmic = picture.kind() == Picture.Kind.LOG_LINES;
    chart.getStyler().setXAxisLogarithmic(logarithmic);
    chart.getStyler().setYAxisLogarithmic(logarithmic);
    for (Series series : picture.series()) {
      chart
          .addSeries(
              series.name(),
              series.x(),
              series.y(),
              series.error().isEmpty() ? null : series.error())
          .setMarker(SeriesMarkers.CIRCLE);
    }
    return chart;
  }

  private static CategoryChart bars(Picture picture) {
    CategoryChart chart =
        new CategoryChartBuilder()
            .width(WIDTH)
            .height(HEIGHT)
            .title(picture.title())
            .yAxisTitle(picture.yLabel())
            .build();
    chart.getStyler().setYAxisMin(0.0);
    chart.getStyler().setXAxisLabelRotation(LABEL_ROTATION);
    chart.getStyler().setLegendVisible(picture.series().size() > 1);
    for (Series series : picture.series()) {
      chart.addSeries(
          series.name(),
          picture.categories(),
          series.y(),
          series.error().isEmpty() ? null : series.error());
    }
    return chart;
  }
}
