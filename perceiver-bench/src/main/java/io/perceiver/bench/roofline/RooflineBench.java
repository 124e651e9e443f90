package io.perceiver.bench.roofline;

import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Interleaved;
import io.perceiver.bench.measure.Peak;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.measure.Timings;
import io.perceiver.bench.measure.Workload;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Picture;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.report.Series;
import io.perceiver.bench.subject.KindNetwork;
import io.perceiver.bench.subject.LayerKind;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.config.RunConfig;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Executed FLOPs per second over the matrix-product peak of the same run: the whole model, its
 * cross-attends alone, its latent transformers alone.
 */
public final class RooflineBench implements Bench {
  /** Forward and backward FLOPs of the plain formula over forward ones: a product has two more. */
  static final double WITH_BACKWARD = 3;

  @Mixin private ModelOptions model = new ModelOptions();

  @Option(
      names = "--batch",
      description = "Examples. Default: ${DEFAULT-VALUE}.",
      defaultValue = "1")
  private int batch = 1;

  /** Creates one for picocli. */
  public RooflineBench() {}

  static RooflineBench with(ModelOptions model, int batch) {
    RooflineBench bench = new RooflineBench();
    bench.model = model;
    bench.batch = batch;
    return bench;
  }

  @Override
  public String name() {
    return "roofline";
  }

  @Override
  public String purpose() {
    return "executed FLOP/s over the matrix-product peak, whole and per kind of layer";
  }

  @Override
  public Report run(BenchRun run) {
    RunConfig config = model.read();
    List<KindNetwork> networks = new ArrayList<>();
    try {
      for (LayerKind kind : LayerKind.values()) {
        networks.add(new KindNetwork(kind, config, batch, run.seed(), run.compute()));
      }
      run.say("forward, and forward with backward, of the whole and its kinds in turns ...");
      Timings timings = timings(networks, run);
      return report(networks, timings, run.peak().best().orElseThrow());
    } finally {
      networks.forEach(KindNetwork::close);
    }
  }

  private static Timings timings(List<KindNetwork> networks, BenchRun run) {
    Interleaved turns = new Interleaved(run.pace());
    for (KindNetwork network : networks) {
      turns.add(Workload.of(forward(network), network::forward));
      turns.add(new Workload(training(network), network::forwardAndBackward));
    }
    return turns.run(run.peak()::sample);
  }

  private static String forward(KindNetwork network) {
    return network.kind().label() + ", forward";
  }

  private static String training(KindNetwork network) {
    return network.kind().label() + ", forward and backward";
  }

  private Report report(List<KindNetwork> networks, Timings timings, Peak peak) {
    ResultTable table =
        ResultTable.of(
            "roofline",
            "work",
            "time",
            "model GFLOP",
            "executed GFLOP",
            "executed GFLOP/s",
            "of the peak");
    List<String> names = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (KindNetwork network : networks) {
      for (String name : List.of(forward(network), training(network))) {
        boolean predicts = name.equals(forward(network));
        double executed = predicts ? network.executedFlops() : network.trainingFlops();
        double byFormula = network.modelFlops() * (predicts ? 1 : WITH_BACKWARD);
        Spread rate = timings.of(name).map(seconds -> executed / seconds);
        Spread share = rate.map(flops -> 100 * flops / peak.flops().median());
        names.add(name);
        shares.add(share.median());
        table =
            table.row(
                Cell.of(name),
                Cell.milliseconds(timings.of(name)),
                Cell.of(byFormula / 1e9, ""),
                Cell.of(executed / 1e9, ""),
                Cell.of(rate.map(flops -> flops / 1e9), "GFLOP/s"),
                Cell.of(share, "%"));
      }
    }
    return Report.titled("Executed arithmetic against the machine's peak")
        .summary(
            "The whole model reaches %.0f %% of the matrix-product peak forward, %.0f %% forward and backward."
                .formatted(shares.get(0), shares.get(1)))
        .setting("model", model.description())
        .setting("batch", batch)
        .section(
            Section.of("Share of the peak", TEXT)
                .with(table)
                .with(
                    Picture.bars(
                        "share",
                        "Executed FLOP/s over the matrix-product peak",
                        "%",
                        names,
                        List.of(Series.bars("median", shares)))))
        .build();
  }

  private static final String TEXT =
      "Executed FLOPs are the multiplies and adds of attention and MLPs that the kernels really do,"
          + " without recomputation; model FLOPs those of the plain formula. Normalisation, softmax,"
          + " activations and the encoding of positions are in the times and not in the FLOPs. In the"
          + " backward pass every product has two, one for each factor; of executed FLOPs those are"
          + " left out whose gradient nobody needs and the kernels do not make, as where cross-attends"
          + " read an input before which nothing learns. The cross-attends alone are the model"
          + " without its latent transformers, the latent transformers alone the model over a single"
          + " element; both keep the heads. The peak is the best median of the matrix products made"
          + " between the rounds.";
}
