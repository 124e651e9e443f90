package io.perceiver.bench.feeding;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.bench.subject.Subject;
import io.perceiver.config.HeadSection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.BadExamples;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import io.perceiver.internal.data.BatchLoader;
import io.perceiver.internal.data.BatchOptions;
import io.perceiver.internal.data.Splits;
import io.perceiver.kernel.Compute;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunData;
import io.perceiver.train.DeviceBatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A model with its data set, trained from its files and from memory. */
final class FedModel implements AutoCloseable {
  /** As the training loop has it. */
  private static final int PREFETCH = 4;

  private static final int FIRST_STEPS = 2;

  private final PerceiverModel model;
  private final Subject subject;
  private final BatchMaker maker;
  private final List<Example> examples;
  private final long seed;

  /** Which epochs of a training it is in. */
  enum Epochs {
    /** Everything is read for the first time. */
    FIRST,
    /** What fits into {@code data.cacheMb} is there from the first one. */
    LATER;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Lists the data and makes the model. */
  FedModel(RunConfig config, Epochs epochs, long seed, Compute compute) throws IOException {
    PluginRegistry plugins = ModelOptions.plugins();
    RunData.Read data = new RunData(plugins).read(config);
    examples = data.dataset().split(Splits.TRAIN);
    List<Map<String, String>> rows = examples.stream().map(Example::columns).toList();
    Map<String, HeadSection> heads = new LinkedHashMap<>();
    config.heads().forEach((name, head) -> heads.put(name, head.resolve(plugins, rows)));
    this.seed = seed;
    ModelAssembler assembler = new ModelAssembler(plugins);
    model =
        (epochs == Epochs.FIRST ? assembler : assembler.forTraining())
            .assemble(
                config.with(
                    c -> {
                      c.heads = heads;
                      c.data = data.section();
                      c.seed = seed;
                      c.device = "cpu";
                    }));
    subject = new Subject(model.trainable());
    maker = model.batchMaker(new BadExamples(BadExamplePolicy.SKIP), true);
    if (epochs == Epochs.LATER) {
      readOnce();
    }
  }

  RunConfig config() {
    return model.config();
  }

  List<Example> examples() {
    return examples;
  }

  /** Reads an epoch through, so that what a training keeps of its first epoch is kept. */
  private void readOnce() {
    BatchOptions options =
        BatchOptions.training(config().training().batchSize(), seed, 0)
            .on(config().data().common().threads(), PREFETCH)
            .droppingLast();
    try (BatchLoader loader = new BatchLoader(examples, maker, options)) {
      for (int batch = 0; batch < loader.batches(); batch++) {
        loader.next().close();
      }
    }
  }

  /**
   * What one round came to.
   *
   * @param steps that were timed, each way
   * @param examples of these steps
   * @param fromFiles seconds of the steps with their batches prepared meanwhile
   * @param fromMemory seconds of the same steps with the same batches lying ready
   * @param waited seconds of {@code fromFiles} without a batch
   */
  record Round(int steps, int examples, double fromFiles, double fromMemory, double waited) {}

  /**
   * Trains on some batches of an epoch as they are prepared, then on the same batches again.
   *
   * @param wanted steps to be timed
   * @throws PerceiverException if the epoch is too short
   */
  Round round(int epoch, int wanted) {
    BatchOptions options =
        BatchOptions.training(config().training().batchSize(), seed, epoch)
            .on(config().data().common().threads(), PREFETCH)
            .droppingLast();
    int steps = Math.min(wanted, options.batches(examples.size()) - FIRST_STEPS);
    if (steps < 1) {
      throw new PerceiverException(
          "%d examples make %d batches of %d, at least %d are needed; set a smaller training.batchSize"
              .formatted(
                  examples.size(),
                  options.batches(examples.size()),
                  options.batchSize(),
                  FIRST_STEPS + 1));
    }
    List<HostBatch> kept = new ArrayList<>();
    try {
      double waited;
      double fromFiles;
      try (BatchLoader loader = new BatchLoader(examples, maker, options)) {
        for (int step = 0; step < FIRST_STEPS; step++) {
          try (HostBatch first = loader.next()) {
            step(first);
          }
        }
        long waitedBefore = loader.waitedNanos();
        long start = System.nanoTime();
        for (int step = 0; step < steps; step++) {
          HostBatch batch = loader.next();
          kept.add(batch);
          step(batch);
        }
        fromFiles = (System.nanoTime() - start) / 1e9;
        waited = (loader.waitedNanos() - waitedBefore) / 1e9;
      }
      long start = System.nanoTime();
      kept.forEach(this::step);
      double fromMemory = (System.nanoTime() - start) / 1e9;
      int seen = kept.stream().mapToInt(HostBatch::size).sum();
      return new Round(steps, seen, fromFiles, fromMemory, waited);
    } finally {
      kept.forEach(HostBatch::close);
    }
  }

  private void step(HostBatch batch) {
    subject.step(manager -> DeviceBatch.of(batch, manager));
  }

  @Override
  public void close() throws IOException {
    subject.close();
    model.close();
  }
}
