package io.perceiver.testkit;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.opentest4j.AssertionFailedError;

/** Assertions on arrays of numbers that say where and by how much they differ. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ArrayAssert {

  private ArrayAssert() {}

  /**
   * Fails unless both hold the same floats, bit by bit.
   *
   * @param what the array is, for the message
   */
  public static void assertSame(String what, float[] expected, float[] actual) {
    assertClose(what, expected, actual, 0);
  }

  /**
   * Fails unless every number is as near as the tolerance to the expected one; NaN is near to NaN
   * only.
   *
   * @param what the array is, for the message
   * @param tolerance largest absolute difference allowed
   */
  public static void assertClose(String what, float[] expected, float[] actual, double tolerance) {
    if (expected.length != actual.length) {
      throw new AssertionFailedError(
          what + ": expected " + expected.length + " numbers, found " + actual.length,
          expected.length,
          actual.length);
    }
    int first = firstDifference(expected, actual, tolerance);
    if (first < expected.length) {
      throw new AssertionFailedError(
          "%s: at index %d of %d expected %s, found %s; tolerance %s"
              .formatted(what, first, expected.length, expected[first], actual[first], tolerance),
          Arrays.toString(expected),
          Arrays.toString(actual));
    }
  }

  /** The first index at which two arrays of one length differ; the length where they do not. */
  static int firstDifference(float[] expected, float[] actual, double tolerance) {
    int index = 0;
    while (index < expected.length && isClose(expected[index], actual[index], tolerance)) {
      index++;
    }
    return index;
  }

  private static boolean isClose(float expected, float actual, double tolerance) {
    return Float.floatToIntBits(expected) == Float.floatToIntBits(actual)
        || Math.abs((double) expected - actual) <= tolerance;
  }
}
