package io.perceiver.bench.feeding;

import io.perceiver.bench.Bench;
import io.perceiver.bench.BenchRun;
import io.perceiver.bench.measure.Spread;
import io.perceiver.bench.report.Cell;
import io.perceiver.bench.report.Report;
import io.perceiver.bench.report.ResultTable;
import io.perceiver.bench.report.Section;
import io.perceiver.bench.subject.DemoFolder;
import io.perceiver.config.ModalitySection;
import io.perceiver.demo.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * Training from files against the same batches from memory, and how fast one thread prepares the
 * examples of each modality.
 */
public final class FeedingBench implements Bench {
  private static final Sizes DEMO = new Sizes(1600, 0, 0);

  @ArgGroup(exclusive = false, multiplicity = "0..*")
  private List<FeedingSource> sources = new ArrayList<>();

  @Option(
      names = "--steps",
      description = "Training steps of a round. Default: ${DEFAULT-VALUE}.",
      defaultValue = "20")
  private int steps = 20;

  private Sizes demo = DEMO;

  /** Creates one for picocli. */
  public FeedingBench() {}

  static FeedingBench onDemo(Sizes sizes, int steps) {
    FeedingBench bench = new FeedingBench();
    bench.demo = sizes;
    bench.steps = steps;
    return bench;
  }

  /** The models and data that were named. */
  List<FeedingSource> sources() {
    return List.copyOf(sources);
  }

  @Override
  public String name() {
    return "feeding";
  }

  @Override
  public String purpose() {
    return "training from files against the same batches from memory, readers per modality";
  }

  @Override
  public Report run(BenchRun run) throws IOException {
    List<FeedingSource> all =
        sources.isEmpty() ? List.of(FeedingSource.demo(DemoFolder.in(run, name(), demo))) : sources;
    ResultTable table =
        ResultTable.of(
            "feeding",
            "model",
            "epochs",
            "examples/s from files",
            "examples/s from memory",
            "files / memory",
            "waiting");
    ResultTable readers =
        ResultTable.of("readers", "model", "modality", "examples/s on one thread", "trunk's speed");
    List<String> sentences = new ArrayList<>();
    for (FeedingSource source : all) {
      for (FedModel.Epochs epochs : FedModel.Epochs.values()) {
        run.say(
            "%s, %s epochs: training from files and from memory in turns ...",
            source.name(), epochs.label());
        try (FedModel model = new FedModel(source.read(), epochs, run.seed(), run.compute())) {
          List<FedModel.Round> rounds = rounds(model, run);
          table = table.row(row(source, epochs, rounds));
          Spread share = share(rounds);
          sentences.add(
              "%s, %s epochs: from files %s of the speed from memory."
                  .formatted(source.name(), epochs.label(), Cell.of(share, "%").text()));
          if (epochs == FedModel.Epochs.FIRST) {
            readers = withReaders(readers, source, model, rounds, run);
          }
        }
      }
    }
    return report(sentences, table, readers);
  }

  private static Cell[] row(
      FeedingSource source, FedModel.Epochs epochs, List<FedModel.Round> rounds) {
    return new Cell[] {
      Cell.of(source.name()),
      Cell.of(epochs.label()),
      Cell.of(spread(rounds, round -> round.examples() / round.fromFiles()), ""),
      Cell.of(fromMemory(rounds), ""),
      Cell.of(share(rounds), "%"),
      Cell.of(spread(rounds, round -> 100 * round.waited() / round.fromFiles()), "%")
    };
  }

  private static Spread fromMemory(List<FedModel.Round> rounds) {
    return spread(rounds, round -> round.examples() / round.fromMemory());
  }

  private static Spread share(List<FedModel.Round> rounds) {
    return spread(rounds, round -> 100 * round.fromMemory() / round.fromFiles());
  }

  private static ResultTable withReaders(
      ResultTable readers,
      FeedingSource source,
      FedModel model,
      List<FedModel.Round> rounds,
      BenchRun run)
      throws IOException {
    ResultTable table = readers;
    double trunk = fromMemory(rounds).median();
    for (Map.Entry<String, Spread> reader : readers(model, run).entrySet()) {
      table =
          table.row(
              Cell.of(source.name()),
              Cell.of(reader.getKey()),
              Cell.of(reader.getValue(), ""),
              Cell.of(reader.getValue().map(rate -> rate / trunk), "×"));
    }
    return table;
  }

  private Report report(List<String> sentences, ResultTable table, ResultTable readers) {
    return Report.titled("Feeding the trunk")
        .summary(String.join(" ", sentences))
        .setting("steps of a round", steps)
        .section(
            Section.of(
                    "Training from files",
                    "A round trains on batches while threads read, augment and tokenize the next ones,"
                        + " then on the same batches again, which lie ready. In later epochs what"
                        + " fits into data.cacheMb is kept: the elements of examples that are not"
                        + " augmented, and read examples that are. Waiting is the time in which no"
                        + " batch was there.")
                .with(table))
        .section(
            Section.of(
                    "Readers",
                    "One thread reads, augments and tokenizes; beside it how many times the speed at"
                        + " which the trunk learns from memory that is.")
                .with(readers))
        .build();
  }

  private List<FedModel.Round> rounds(FedModel model, BenchRun run) {
    List<FedModel.Round> rounds = new ArrayList<>();
    for (int round = -run.pace().warmUps(); round < run.pace().rounds(); round++) {
      FedModel.Round measured = model.round(round + run.pace().warmUps(), steps);
      if (round >= 0) {
        rounds.add(measured);
        run.peak().sample();
      }
    }
    return rounds;
  }

  private static Map<String, Spread> readers(FedModel model, BenchRun run) throws IOException {
    Map<String, Spread> readers = new TreeMap<>();
    for (ModalitySection section : model.config().modalities().values()) {
      run.say("reading %s ...", section.name());
      Optional<Spread> rate = ReaderSpeed.of(section, model.examples(), run.seed(), run.pace());
      rate.ifPresent(measured -> readers.put(section.name(), measured));
    }
    return readers;
  }

  private static Spread spread(
      List<FedModel.Round> rounds, ToDoubleFunction<FedModel.Round> value) {
    return Spread.of(rounds.stream().map(value::applyAsDouble).toList());
  }
}
