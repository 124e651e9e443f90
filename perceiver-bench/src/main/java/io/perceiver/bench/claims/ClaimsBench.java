package io.perceiver.bench.claims;

import io.perceiver.api.Problems;
import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.subject.DemoFolder;
import io.perceiver.demo.Sizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * What the Perceiver was published for, at a size anyone can repeat: permuted pixels against a
 * residual network and a vision transformer, fusion against each sense alone, shared weights
 * against weights of their own.
 */
public final class ClaimsBench implements Bench {
  private static final String TRIALS = "claims-trainings.jsonl";
  private static final PixelSizes MOST = new PixelSizes(12_800, 2000, 10_000);

  private static final double DECAY = 0.05;

  /** Sharing is tried on so many times fewer pictures, seen so many times as often. */
  private static final int FEWER = 4;

  @Option(
      names = "--only",
      split = ",",
      paramLabel = "PART",
      description = "Some parts alone: permuted, misplaced, sharing, fusion. Default: all.")
  private Set<Part> only = EnumSet.allOf(Part.class);

  @Option(
      names = "--seeds",
      description = "Trainings of each kind, from --seed on. Default: ${DEFAULT-VALUE}.",
      defaultValue = "3")
  private int seeds = 3;

  @Option(
      names = "--data",
      paramLabel = "PATH",
      description =
          "Pictures for all parts but fusion: a folder, zip or manifest, such as Fashion-MNIST's"
              + " four files. Default: the demo's pictures.")
  private @Nullable Path data;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description =
          "How pictures are read, such as modalities.image.height=32. Default: 28 × 28, grey.")
  private final List<String> set = new ArrayList<>();

  @Option(
      names = "--examples",
      description = "Most pictures to learn from. Default: ${DEFAULT-VALUE}.",
      defaultValue = "12800")
  private int examples = MOST.train();

  @Option(
      names = "--epochs",
      description = "Times over the pictures. Default: ${DEFAULT-VALUE}.",
      defaultValue = "4")
  private int epochs = 4;

  @Option(
      names = "--batch",
      description = "Pictures of a step. Default: ${DEFAULT-VALUE}.",
      defaultValue = "32")
  private int batch = 32;

  @Option(
      names = "--fusion-epochs",
      description = "Times over the demo's examples. Default: ${DEFAULT-VALUE}.",
      defaultValue = "12")
  private int fusionEpochs = 12;

  private PixelSizes most = MOST;
  private Sizes demo = Sizes.DEFAULT;

  /** Creates one for picocli. */
  public ClaimsBench() {}

  /** On as little as a test has time for. */
  static ClaimsBench tiny(Set<Part> parts, PixelSizes most, Sizes demo) {
    ClaimsBench bench = new ClaimsBench();
    bench.only = EnumSet.copyOf(parts);
    bench.seeds = 2;
    bench.examples = most.train();
    bench.epochs = 1;
    bench.batch = 8;
    bench.fusionEpochs = 1;
    bench.most = most;
    bench.demo = demo;
    return bench;
  }

  /** What was asked for. */
  Set<Part> parts() {
    return Set.copyOf(only);
  }

  @Override
  public String name() {
    return "claims";
  }

  @Override
  public String purpose() {
    return "what the Perceiver was published for: permuted pixels, fusion, sharing of weights";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    check();
    TrialLog log = new TrialLog(run.output().resolve(TRIALS));
    Report.Builder report = Report.titled("Claims").setting("seeds", seeds);
    List<Findings> findings = new ArrayList<>();
    if (!only.equals(Set.of(Part.FUSION))) {
      pictures(run, log, report, findings);
    }
    if (only.contains(Part.FUSION)) {
      Path folder = DemoFolder.in(run, name(), demo);
      findings.add(new SenseFusion(run, log, folder, demo, fusionEpochs, seeds).run());
    }
    report.setting(
        "trainings of this run", "%d of %d in the log".formatted(log.trained(), log.size()));
    report.summary(String.join("\n\n", findings.stream().map(Findings::sentence).toList()));
    findings.forEach(found -> report.section(found.section()));
    return report.build();
  }

  private void check() {
    Problems problems = new Problems("");
    problems.check(!only.isEmpty(), "--only", only, "permuted, misplaced, sharing, fusion");
    problems.check(seeds >= 1, "--seeds", seeds, "1 or more");
    problems.check(epochs >= 1, "--epochs", epochs, "1 or more");
    problems.check(fusionEpochs >= 1, "--fusion-epochs", fusionEpochs, "1 or more");
    problems.check(batch >= 2, "--batch", batch, "2 or more");
    problems.check(examples >= FEWER * batch, "--examples", examples, FEWER * batch + " or more");
    problems.throwIfAny();
  }

  private void pictures(BenchRun run, TrialLog log, Report.Builder report, List<Findings> findings)
      throws IOException {
    PixelSizes sizes = new PixelSizes(examples, most.validation(), most.test());
    PixelSplits splits = read(run, sizes);
    run.say("%s: %s", splits.name(), splits.sizes());
    Budget budget = new Budget(epochs, batch, DECAY);
    report
        .setting("pictures", splits.name() + ", " + splits.sizes())
        .setting("training on pictures", budget.words("each network's rate"));
    PixelTrials trials = new PixelTrials(run, log, splits, budget, seeds);
    if (only.contains(Part.PERMUTED)) {
      findings.add(new PermutedPixels(trials).run());
    }
    if (only.contains(Part.MISPLACED)) {
      findings.add(new MisplacedPixels(trials).run());
    }
    if (only.contains(Part.SHARING)) {
      Budget often = new Budget(epochs * FEWER, batch, DECAY);
      int fewer = splits.train().size() / FEWER;
      PixelTrials few = new PixelTrials(run, log, splits.with(fewer), often, seeds);
      findings.add(new WeightSharing(few).run());
    }
  }

  private PixelSplits read(BenchRun run, PixelSizes sizes) throws IOException {
    PixelReader reader = new PixelReader(run.seed());
    if (data != null) {
      return reader.read(data, set, sizes);
    }
    List<String> values =
        new ArrayList<>(
            List.of(
                "modalities.image.height=32",
                "modalities.image.width=32",
                "data.skipEmptyRows=true"));
    values.addAll(set);
    return reader.read(DemoFolder.in(run, name(), demo), values, sizes);
  }
}
