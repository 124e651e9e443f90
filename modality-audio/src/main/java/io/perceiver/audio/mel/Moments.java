package io.perceiver.audio.mel;

/**
 * Mean and standard deviation of a series.
 *
 * @param mean of the values
 * @param sd root of the mean squared distance from it
 */
record Moments(double mean, double sd) {

  /**
   * Of every so manieth value. One pass sums the distances from the first value and their squares,
   * in doubles: distances of decibels are some hundreds at most, so that the difference of the two
   * sums loses no digit that a float has.
   *
   * @param values at least one
   * @param first the first value's place
   * @param step from one place to the next
   */
  static Moments of(float[] values, int first, int step) {
    float near = values[first];
    int count = (values.length - first + step - 1) / step;
    double sum = 0;
    double squares = 0;
    // by twos, whose sums do not wait for each other
    double otherSum = 0;
    double otherSquares = 0;
    int i = first;
    for (; i + step < values.length; i += 2 * step) {
      double one = values[i] - near;
      double other = values[i + step] - near;
      sum += one;
      squares += one * one;
      otherSum += other;
      otherSquares += other * other;
    }
    if (i < values.length) {
      double last = values[i] - near;
      sum += last;
      squares += last * last;
    }
    double mean = (sum + otherSum) / count;
    double variance = (squares + otherSquares) / count - mean * mean;
    return new Moments(near + mean, Math.sqrt(Math.max(0, variance)));
  }
}
