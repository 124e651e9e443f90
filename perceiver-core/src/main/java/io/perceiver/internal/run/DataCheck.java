package io.perceiver.internal.run;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.DataConfig;
import io.perceiver.config.ModalitySection;
import io.perceiver.config.RunConfig;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.Dataset;
import io.perceiver.data.check.CheckReport;
import io.perceiver.internal.data.ModalityPipeline;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.check.CheckOptions;
import io.perceiver.internal.data.check.DatasetCheck;
import io.perceiver.internal.data.check.DatasetDescription;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.RunData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Checks the files of a data set as a configuration asks: {@code data.check}. */
public final class DataCheck {
  private final RunConfig config;
  private final PluginRegistry plugins;

  /** Prepares to check with the readers of a configuration's modalities. */
  public DataCheck(RunConfig config, PluginRegistry plugins) {
    this.config = config;
    this.plugins = plugins;
  }

  /** Checks the splits that a training reads. */
  public CheckReport checkTraining(Dataset data) {
    Map<String, List<Example>> read = new LinkedHashMap<>();
    Stream.of(Splits.TRAIN, Splits.VALIDATION, Splits.TEST)
        .filter(data::has)
        .forEach(split -> read.put(split, data.split(split)));
    return check(read, config.data().common().onBadExample(), "set data.onBadExample: skip");
  }

  /**
   * Checks what is about to be read, within {@code data.checkSeconds}.
   *
   * @param splits examples by the name of their split
   * @param skipping how to ask for skipping, which a refusal advises
   * @throws PerceiverException with every file that cannot be read, if the policy is {@link
   *     BadExamplePolicy#FAIL}
   */
  public CheckReport check(
      Map<String, List<Example>> splits, BadExamplePolicy policy, String skipping) {
    int seconds = config.data().common().checkSeconds();
    CheckReport report =
        checkAll(
            splits, seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    if (policy == BadExamplePolicy.FAIL && report.badCount() > 0) {
      throw new PerceiverException(refusal(report, skipping));
    }
    return report;
  }

  /**
   * Checks splits and refuses none of what it finds.
   *
   * @param limit after which the check stops where it is
   */
  public CheckReport checkAll(Map<String, List<Example>> splits, Optional<Duration> limit) {
    DataConfig data = config.data().common();
    Map<String, ExampleReader<?>> readers = RunData.readers(config, plugins);
    CheckOptions options =
        new CheckOptions(
            data.check(), limit, data.threads(), new RunData(plugins).targetColumns(config));
    return new DatasetCheck(readers, options).check(splits);
  }

  /**
   * Describes a data set, some of whose sources are read for it.
   *
   * @param most sources read of each modality
   */
  public DatasetDescription describe(Dataset data, int most) throws IOException {
    List<ModalityPipeline<?>> pipelines = new ArrayList<>();
    for (ModalitySection section : config.modalities().values()) {
      pipelines.add(new ModalityPipeline<>(section.name(), section.create(plugins)));
    }
    try {
      return DatasetDescription.of(
          data, pipelines, new RunData(plugins).targetColumns(config), most);
    } finally {
      for (ModalityPipeline<?> pipeline : pipelines) {
        pipeline.close();
      }
    }
  }

  private static String refusal(CheckReport report, String skipping) {
    List<String> lines = new ArrayList<>();
    lines.add("%d of %d files cannot be read:".formatted(report.badCount(), report.files()));
    report.badLines().forEach(line -> lines.add("  " + line));
    if (!report.isComplete()) {
      lines.add(report.coverage());
    }
    lines.add("Mend or remove them, or " + skipping + " to leave their examples out");
    return String.join("\n", lines);
  }
}
