package io.perceiver.bench.kernels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The layers' passes, each call measured alone: the engine's threads are the same for all. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class LayerBenchmark {

  /** Creates one for JMH. */
  public LayerBenchmark() {}

  /** A forward pass. */
  @Benchmark
  public void forward(LayerState state) {
    state.network().forward();
  }

  /** Forward, loss, backward, clip and AdamW. */
  @Benchmark
  public long training(LayerState state) {
    return state.network().forwardAndBackward();
  }
}
