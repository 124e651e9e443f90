package io.perceiver.bench.measure;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.perceiver.kernel.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the machine reaches in plain float32 matrix products, sampled again and again during a run:
 * the roof that everything else is held against. To be used by one thread.
 */
public final class MatrixPeak {
  /** Sides of the square products that are tried; the fastest median counts. */
  public static final List<Integer> SIDES = List.of(1024, 2048, 4096);

  private static final int SMALLEST_COUNT = 3;

  private final Compute compute;
  private final List<Integer> sides;
  private final Map<Integer, List<Double>> rates = new TreeMap<>();
  private boolean warm;

  /** Creates one on a device. */
  public MatrixPeak(Compute compute) {
    this(compute, SIDES);
  }

  /** Creates one with other sides, for tests. */
  public MatrixPeak(Compute compute, List<Integer> sides) {
    this.compute = compute;
    this.sides = List.copyOf(sides);
  }

  /** Multiplies once in every size. */
  public void sample() {
    if (!warm) {
      sides.forEach(this::seconds);
      warm = true;
    }
    for (int side : sides) {
      double flops = 2.0 * side * side * side;
      rates.computeIfAbsent(side, s -> new ArrayList<>()).add(flops / seconds(side));
    }
  }

  private double seconds(int side) {
    try (NDManager manager = compute.newManager()) {
      Shape shape = new Shape(side, side);
      NDArray a = manager.randomUniform(-1, 1, shape, DataType.FLOAT32);
      NDArray b = manager.randomUniform(-1, 1, shape, DataType.FLOAT32);
      a.getFloat(0, 0);
      b.getFloat(0, 0);
      long start = System.nanoTime();
      NDArray product = a.matMul(b);
      product.getFloat(0, 0); // waits for a device that works ahead
      return (System.nanoTime() - start) / 1e9;
    }
  }

  /** Samples until every size has been measured a few times. */
  public void complete() {
    while (rates.isEmpty() || rates.values().iterator().next().size() < SMALLEST_COUNT) {
      sample();
    }
  }

  /** FLOP/s of the side with the best median so far. */
  public Optional<Peak> best() {
    return rates.entrySet().stream()
        .map(entry -> new Peak(entry.getKey(), Spread.of(entry.getValue())))
        .max((x, y) -> Double.compare(x.flops().median(), y.flops().median()));
  }
}
