package io.perceiver.bench.scaling;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.process.ChildMemory;
import io.perceiver.bench.process.ChildTimes;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.kernel.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * One network at one size in a process of its own, which tells its times and its peak memory, or
 * fails where it does not fit.
 */
public final class ScalingProcess implements Callable<Integer> {
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(names = "--network", required = true)
  private ScalingModel.Kind kind = ScalingModel.Kind.PERCEIVER;

  @Option(names = "--side", required = true)
  private int side;

  @Option(names = "--training")
  private boolean training;

  @Option(names = "--rounds", required = true)
  private int rounds = 1;

  @Option(names = "--seed", required = true)
  private long seed;

  /** Creates one for picocli. */
  ScalingProcess() {}

  /** Runs it and ends the JVM. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new ScalingProcess()).execute(arguments));
  }

  @Override
  public Integer call() {
    Compute compute = new Compute(Device.cpu(), DataType.FLOAT32, KernelLoader.load());
    try (ScalingModel measured = new ScalingModel(kind, model, side, seed, compute)) {
      Workload work =
          training
              ? new Workload("training", measured::step)
              : Workload.of("forward", measured::forward);
      work.seconds(); // warm-up
      List<Double> seconds = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        seconds.add(work.seconds());
      }
      ChildTimes.tell(Spread.of(seconds));
    }
    ChildMemory.tellPeak();
    return 0;
  }
}
