package io.perceiver.image.raster;

/** Resizes samples of 16 bits and floats, in floats. */
final class DeepResampling {
  private static final float ONE = 1 << Taps.FRACTION_BITS;

  private DeepResampling() {}

  static Raster run(Raster image, Taps rows, Taps columns, boolean rowsFirst) {
    int channels = image.channels();
    float[] values = new float[image.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = image.value(i);
    }
    float[] resized =
        rowsFirst
            ? across(down(values, image.width() * channels, rows), rows.outputs(), image, columns)
            : down(
                across(values, image.height(), image, columns), columns.outputs() * channels, rows);
    return image.ofValues(rows.outputs(), columns.outputs(), resized);
  }

  private static float[] down(float[] source, int line, Taps rows) {
    float[] result = new float[Math.multiplyExact(rows.outputs(), line)];
    for (int output = 0; output < rows.outputs(); output++) {
      int from = rows.first(output) * line;
      for (int weight : rows.weights(output)) {
        for (int i = 0; i < line; i++) {
          result[output * line + i] += weight / ONE * source[from + i];
        }
        from += line;
      }
    }
    return result;
  }

  private static float[] across(float[] source, int rows, Raster image, Taps columns) {
    int channels = image.channels();
    int line = image.width() * channels;
    float[] result = new float[Math.multiplyExact(rows, columns.outputs() * channels)];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns.outputs(); column++) {
        int first = row * line + columns.first(column) * channels;
        for (int channel = 0; channel < channels; channel++) {
          float sum = 0;
          int next = first + channel;
          for (int weight : columns.weights(column)) {
            sum += weight / ONE * source[next];
            next += channels;
          }
          result[at++] = sum;
        }
      }
    }
    return result;
  }
}
