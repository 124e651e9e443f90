package io.perceiver.cli;

import io.perceiver.api.Example;
import io.perceiver.config.RunConfig;
import io.perceiver.data.Dataset;
import io.perceiver.data.check.CheckReport;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.data.check.DatasetDescription;
import io.perceiver.internal.run.DataCheck;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.RunData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: what a data set is, and what is wrong with it; nothing is trained. */
@Command(
    name = "check",
    description = {
      "Looks at every file of a configuration's data set and says what cannot be read, what stands in",
      "more than one split or has more than one label, and what the examples are. Nothing is trained.",
      "CONFIG may be a run folder too. By default the first bytes of every file are looked at;",
      "--set data.check=all reads each file whole. There is no time limit."
    },
    footer = {"  perceiver check my.yaml", "  perceiver check my.yaml --set data.check=all --json"})
final class CheckCommand implements Callable<Integer> {
  private static final int READ = 200;

  @Mixin private final CommonOptions common = new CommonOptions();
  @Mixin private final ConfigOptions options = new ConfigOptions();

  @Option(names = "--json", description = "Print the findings as one JSON object.")
  private boolean json;

  @Override
  public Integer call() {
    if (options.isDemo()) {
      new DemoData(common.err()).ensure(DemoData.FOLDER);
    }
    PluginRegistry plugins = ModalitiesCommand.installed();
    RunConfig config =
        Failure.as(
            ExitCode.CONFIGURATION, () -> RunConfigReader.read(options.readOrOfRun(), plugins));
    Dataset data = Failure.as(ExitCode.DATA, () -> new RunData(plugins).read(config).dataset());
    DataCheck check = new DataCheck(config, plugins);
    CheckReport report = check.checkAll(splits(data), Optional.empty());
    DatasetDescription description = Failure.as(ExitCode.DATA, () -> check.describe(data, READ));
    if (json) {
      common.json(json(data, report, description));
    } else {
      new CheckText(data.name(), report, description).print(common.out());
    }
    return (report.badCount() == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED).code();
  }

  private static Map<String, List<Example>> splits(Dataset data) {
    Map<String, List<Example>> splits = new LinkedHashMap<>();
    data.splits().forEach(split -> splits.put(split, data.split(split)));
    return splits;
  }

  private static Map<String, Object> json(
      Dataset data, CheckReport report, DatasetDescription description) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("data", data.name());
    json.put("files", report.files());
    json.put("checked", report.checked());
    json.put("seconds", report.seconds());
    json.put("badFiles", report.badCount());
    json.put("bad", report.bad());
    json.put("warnings", report.leaks());
    json.put("splits", description.splits());
    json.put("modalities", description.modalities());
    return json;
  }
}
