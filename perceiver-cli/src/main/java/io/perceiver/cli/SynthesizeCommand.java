package io.perceiver.cli;

import io.perceiver.demo.Outcome;
import io.perceiver.demo.Sizes;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code synthesize}: writes the demo data. */
@Command(
    name = "synthesize",
    description = {
      "Writes the demo data: toys to be told apart, seen (PNG), heard (WAV) and touched (PLY).",
      "The same seed and sizes give the same files. A folder that holds anything else is refused."
    },
    footer = "  perceiver synthesize my-data --train 2000 --test 500")
final class SynthesizeCommand implements Callable<Integer> {
  @Mixin private final CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      defaultValue = "demo-data",
      description = "Where to write. Default: demo-data.")
  private Path folder = DemoData.FOLDER;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "What every draw follows from. Default: " + DemoData.SEED + ".")
  private long seed = DemoData.SEED;

  @Option(
      names = "--train",
      paramLabel = "N",
      description = "Examples to learn from. Default: 4000.")
  private int train = Sizes.DEFAULT.train();

  @Option(
      names = "--validation",
      paramLabel = "N",
      description = "Examples to choose a model by. Default: 500.")
  private int validation = Sizes.DEFAULT.validation();

  @Option(names = "--test", paramLabel = "N", description = "Examples to test with. Default: 1000.")
  private int test = Sizes.DEFAULT.test();

  @Override
  public Integer call() {
    Sizes sizes = Failure.as(ExitCode.USAGE, () -> new Sizes(train, validation, test));
    Outcome outcome = new DemoData(common.err()).write(folder, seed, sizes);
    common
        .out()
        .println(
            outcome == Outcome.WRITTEN
                ? folder + ": " + sizes.total() + " examples written"
                : folder + ": is there already, whole and unchanged");
    common.out().flush();
    return ExitCode.OK.code();
  }
}
