package io.perceiver.bench.peer;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.perceiver.api.head.Head;
import io.perceiver.bench.measure.MatrixPeak;
import io.perceiver.bench.process.ChildMemory;
import io.perceiver.bench.subject.DrawnBatch;
import io.perceiver.bench.subject.LoadedSubject;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Perceiver;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** One side of the comparison in a process of its own, which then tells its peak memory. */
public final class PeerProcess implements Callable<Integer> {
  private static final int STEPS = 3;

  @Mixin private PeerOptions options = new PeerOptions();

  @Option(names = "--side", required = true)
  private PeerResult.Side side = PeerResult.Side.NOBODY;

  @Option(names = "--seed", required = true)
  private long seed;

  /** Creates one for picocli. */
  PeerProcess() {}

  /** Runs it and ends the JVM. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new PeerProcess()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Compute compute = new Compute(Device.cpu(), DataType.FLOAT32, KernelLoader.load());
    switch (side) {
      case NOBODY -> new MatrixPeak(compute, List.of(16)).sample();
      case OURS -> ours(compute);
      case FILE -> file(compute);
    }
    ChildMemory.tellPeak();
    return 0;
  }

  private void ours(Compute compute) throws IOException {
    try (LoadedSubject ours =
        new LoadedSubject(options.model().read(), options.batch(), seed, compute)) {
      repeat(ours::forward, ours::step);
    }
  }

  /** Our network is only asked for its shapes: it has no weights here. */
  private void file(Compute compute) throws IOException {
    RunConfig config = options.model().read();
    PluginRegistry plugins = ModelOptions.plugins();
    Perceiver network = ModelAssembler.network(config, plugins, compute.kernels());
    Map<String, Head> heads = new LinkedHashMap<>();
    config.heads().forEach((name, section) -> heads.put(name, section.create(plugins)));
    Map<String, ModelOutput> outputs = ModelOutput.of(heads, Map.of());
    try (NDManager memory = compute.newManager();
        TracedModel file = new TracedModel(options.file(), options.mode().trains(), compute);
        TracedSubject peer =
            new TracedSubject(
                file,
                PeerInput.of(
                    network,
                    outputs,
                    DrawnBatch.of(network, outputs, options.batch(), seed, memory),
                    options.shape()),
                compute)) {
      repeat(peer::forward, peer::step);
    }
  }

  private void repeat(Runnable forward, Runnable trainingStep) {
    for (int step = 0; step < STEPS; step++) {
      (options.mode().trains() ? trainingStep : forward).run();
    }
  }
}
