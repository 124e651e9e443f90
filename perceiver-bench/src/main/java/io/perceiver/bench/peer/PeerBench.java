package io.perceiver.bench.peer;

import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Interleaved;
import io.perceiver.bench.measure.Timings;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.process.ChildJvm;
import io.perceiver.bench.process.ChildMemory;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.subject.LoadedSubject;
import io.perceiver.internal.nn.Weights;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import picocli.CommandLine.Mixin;

/**
 * This project against a TorchScript file: forward pass and training step in the same engine, in
 * turns, and the peak memory of each in a process of its own.
 */
public final class PeerBench implements Bench {
  static final String OUR_FORWARD = "ours, forward";
  static final String PEER_FORWARD = "file, forward";
  static final String OUR_STEP = "ours, training step";
  static final String PEER_STEP = "file, training step";
  static final String PEER_STEP_DJL = "file, training step with DJL's Adam";
  static final String PEER_ACCUMULATION = "file, adding gradients to zeros";

  @Mixin private PeerOptions options = new PeerOptions();

  /** Creates one for picocli. */
  public PeerBench() {}

  static PeerBench with(PeerOptions options) {
    PeerBench bench = new PeerBench();
    bench.options = options;
    return bench;
  }

  @Override
  public String name() {
    return "peer";
  }

  @Override
  public String purpose() {
    return "this project against a TorchScript file: forward, training step, peak memory";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    PeerResult result;
    try (LoadedSubject ours =
            new LoadedSubject(options.model().read(), options.batch(), run.seed(), run.compute());
        TracedModel frozen = new TracedModel(options.file(), false, run.compute());
        TracedSubject predicting = new TracedSubject(frozen, input(ours), run.compute());
        TracedModel trainable = new TracedModel(options.file(), true, run.compute());
        TracedSubject learning = new TracedSubject(trainable, input(ours), run.compute())) {
      run.say("forward and training step in turns ...");
      result =
          new PeerResult(
              Weights.count(ours.network()),
              trainable.parameters(),
              timings(ours, predicting, learning, run),
              Map.of());
    }
    return new PeerReport(options, result.with(memory(run))).report();
  }

  private PeerInput input(LoadedSubject ours) {
    return PeerInput.of(
        ours.network(), ours.model().trainable().outputs(), ours.batch(), options.shape());
  }

  private Timings timings(
      LoadedSubject ours, TracedSubject predicting, TracedSubject learning, BenchRun run) {
    Interleaved turns = new Interleaved(run.pace());
    if (options.mode().predicts()) {
      turns.add(Workload.of(OUR_FORWARD, ours::forward));
      turns.add(Workload.of(PEER_FORWARD, predicting::forward));
    }
    if (options.mode().trains()) {
      turns.add(new Workload(OUR_STEP, () -> ours.step().total()));
      turns.add(new Workload(PEER_STEP, () -> learning.step().total()));
      turns.add(new Workload(PEER_STEP_DJL, () -> learning.stepWithDjlAdam().total()));
      turns.add(Workload.of(PEER_ACCUMULATION, learning::accumulate));
    }
    return turns.run(run.peak()::sample);
  }

  private Map<PeerResult.Measurement, OptionalLong> memory(BenchRun run) throws IOException {
    Map<PeerResult.Measurement, OptionalLong> memory = new EnumMap<>(PeerResult.Measurement.class);
    for (PeerResult.Measurement each : PeerResult.Measurement.values()) {
      if (each.isOf(options.mode())) {
        run.say("peak memory: %s ...", each.label());
        List<String> arguments = new ArrayList<>(options.arguments(each.mode()));
        arguments.addAll(List.of("--side", each.side().name(), "--seed", "" + run.seed()));
        memory.put(
            each,
            ChildMemory.peak(
                ChildJvm.of(PeerProcess.class, arguments).run().orThrow(each.label())));
      }
    }
    return memory;
  }
}
