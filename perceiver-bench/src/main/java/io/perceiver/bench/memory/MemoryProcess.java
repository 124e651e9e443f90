package io.perceiver.bench.memory;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.perceiver.bench.measure.MatrixPeak;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.process.ChildMemory;
import io.perceiver.bench.process.ChildTimes;
import io.perceiver.bench.subject.LoadedSubject;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.kernel.Compute;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One contender in a process of its own, which then tells its times and its peak memory. */
public final class MemoryProcess implements Callable<Integer> {
  @Mixin private ModelOptions model = new ModelOptions();

  @Option(names = "--contender", required = true)
  private Contender contender = Contender.ENGINE;

  @Option(names = "--batch", required = true)
  private int batch = 1;

  @Option(names = "--steps", required = true)
  private int steps = 1;

  @Option(names = "--seed", required = true)
  private long seed;

  /** Creates one for picocli. */
  MemoryProcess() {}

  /** Runs it and ends the JVM. */
  public static void main(String[] arguments) {
    CommandLine line = new CommandLine(new MemoryProcess());
    // the parent reads the last lines, so the mistake itself comes last
    line.setExecutionExceptionHandler(
        (mistake, command, parsed) -> {
          mistake.printStackTrace(command.getErr());
          command.getErr().println(mistake);
          return 1;
        });
    System.exit(line.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Compute compute = new Compute(Device.cpu(), DataType.FLOAT32, contender.kernels());
    if (contender == Contender.ENGINE) {
      new MatrixPeak(compute, List.of(16)).sample();
    } else {
      train(compute);
    }
    ChildMemory.tellPeak();
    return 0;
  }

  private void train(Compute compute) throws IOException {
    try (LoadedSubject subject = new LoadedSubject(model.read(), batch, seed, compute)) {
      Workload step =
          contender == Contender.CHECKPOINTED
              ? new Workload("step", () -> subject.checkpointedStep().total())
              : new Workload("step", () -> subject.step().total());
      List<Double> seconds = new ArrayList<>();
      for (int i = 0; i < steps; i++) {
        seconds.add(step.seconds());
      }
      // the first one meets cold caches, and moments that are not made yet
      ChildTimes.tell(Spread.of(steps == 1 ? seconds : seconds.subList(1, steps)));
    }
  }
}
