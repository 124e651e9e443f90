package io.perceiver.bench.measure;

import io.perceiver.api.PerceiverException;
import java.util.Map;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * y = c·x^e through points, fitted by least squares of the logarithms.
 *
 * @param exponent e
 * @param factor c
 * @param standardError of the exponent; NaN for two points
 */
public record PowerLaw(double exponent, double factor, double standardError) {

  /**
   * Through at least two points.
   *
   * @param points x to y, both above 0
   * @throws PerceiverException if there are fewer, or one is not above 0
   */
  public static PowerLaw through(Map<Double, Double> points) {
    SimpleRegression regression = new SimpleRegression();
    points.forEach(
        (x, y) -> {
          if (!(x > 0 && y > 0)) {
            throw new PerceiverException("a power law has no point (" + x + ", " + y + ")");
          }
          regression.addData(Math.log(x), Math.log(y));
        });
    if (points.size() < 2) {
      throw new PerceiverException("a power law needs two points, there are " + points.size());
    }
    return new PowerLaw(
        regression.getSlope(), Math.exp(regression.getIntercept()), regression.getSlopeStdErr());
  }

  /** y at x. */
  public double at(double x) {
    return factor * Math.pow(x, exponent);
  }
}
