package io.perceiver.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function: L-BFGS with backtracking (Nocedal and Wright,
 * Numerical Optimization, algorithms 7.4 and 3.1).
 */
final class Minimiser {
  private static final int MEMORY = 12;

  private Minimiser() {}

  /** A function with its gradient, which it writes into the second array. */
  @FunctionalInterface
  interface Function {
    double at(double[] point, double[] gradient);
  }

  /** Where a search ended; converged if the gradient's length fell below the tolerance. */
  record Result(double[] point, double value, int iterations, boolean converged) {}

  private record Pair(double[] step, double[] change, double product) {}

  static Result minimise(Function function, int dimensions, double tolerance, int maxIterations) {
    double[] point = new double[dimensions];
    double[] gradient = new double[dimensions];
    double value = function.at(point, gradient);
    Deque<Pair> pairs = new ArrayDeque<>();
    int iteration = 0;
    while (length(gradient) >= tolerance && iteration < maxIterations) {
      double[] direction = direction(gradient, pairs);
      double slope = dot(direction, gradient);
      double[] nextGradient = new double[dimensions];
      double[] next = point;
      double nextValue = Double.POSITIVE_INFINITY;
      for (double rate = 1; nextValue > value + 1e-4 * rate * slope && rate > 1e-8; rate /= 2) {
        next = sum(point, rate, direction);
        nextValue = function.at(next, nextGradient);
      }
      remember(sum(next, -1, point), sum(nextGradient, -1, gradient), pairs);
      point = next;
      value = nextValue;
      gradient = nextGradient;
      iteration++;
    }
    return new Result(point, value, iteration, length(gradient) < tolerance);
  }

  private static void remember(double[] step, double[] change, Deque<Pair> pairs) {
    double product = dot(step, change);
    if (product > 0) {
      pairs.addLast(new Pair(step, change, product));
    }
    if (pairs.size() > MEMORY) {
      pairs.removeFirst();
    }
  }

  private static double[] direction(double[] gradient, Deque<Pair> pairs) {
    double[] q = sum(new double[gradient.length], -1, gradient);
    double[] alphas = new double[pairs.size()];
    int i = pairs.size();
    for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
      Pair pair = newestFirst.next();
      alphas[--i] = dot(pair.step, q) / pair.product;
      q = sum(q, -alphas[i], pair.change);
    }
    if (!pairs.isEmpty()) {
      Pair newest = pairs.getLast();
      q = sum(new double[q.length], newest.product / dot(newest.change, newest.change), q);
    }
    for (Pair pair : pairs) {
      q = sum(q, alphas[i++] - dot(pair.change, q) / pair.product, pair.step);
    }
    return q;
  }

  private static double[] sum(double[] a, double factor, double[] b) {
    double[] sum = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      sum[i] = a[i] + factor * b[i];
    }
    return sum;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }
}
