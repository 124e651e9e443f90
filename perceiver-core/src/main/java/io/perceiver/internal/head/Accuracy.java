package io.perceiver.internal.head;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import io.perceiver.api.head.Interval;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.TargetArray;
import io.perceiver.internal.evaluate.Intervals;
import java.util.Optional;

/** Share of examples, or of elements, whose score is largest for their class. */
public final class Accuracy implements Metric {

  @Override
  public String name() {
    return "accuracy";
  }

  @Override
  public boolean higherIsBetter() {
    return true;
  }

  @Override
  public Accumulator start() {
    return new Shares();
  }

  private static final class Shares implements Accumulator {
    private long all;
    private long correct;
    private boolean ofElements;

    @Override
    public void add(NDArray output, TargetArray target) {
      NDArray ids = ClassIds.of(output, target);
      NDArray counted = target.elementWeights().gt(0);
      NDArray right = output.argMax(-1).eq(ids).logicalAnd(counted);
      all += counted.toType(DataType.INT64, false).sum().getLong();
      correct += right.toType(DataType.INT64, false).sum().getLong();
      ofElements |= ids.getShape().dimension() > 1;
    }

    @Override
    public double value() {
      return all == 0 ? Double.NaN : (double) correct / all;
    }

    /** Elements of one example are not independent trials. */
    @Override
    public Optional<Interval> interval() {
      return ofElements || all == 0
          ? Optional.empty()
          : Optional.of(Intervals.wilson(correct, all));
    }
  }
}
