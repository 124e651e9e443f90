package io.perceiver.cli;

import ai.djl.Device;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.parity.Parity;
import io.perceiver.internal.parity.ParityResult;
import io.perceiver.internal.parity.ParityStatus;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code parity}: recomputes what other implementations computed. */
@Command(
    name = "parity",
    description = {
      "Recomputes the reference cases of a folder; compares outputs, gradients and losses.",
      "A case is NAME.json beside NAME.safetensors. Kinds it does not know are listed as unsupported."
    },
    footer = "  perceiver parity reference-cases --kernels plain")
final class ParityCommand implements Callable<Integer> {
  private static final String LINE = "%-44s %-11s %9s %9s %9s  %s%n";

  @Mixin private final CommonOptions common = new CommonOptions();
  private boolean begun;

  @Parameters(paramLabel = "DIR", description = "Folder of reference cases.")
  private @Nullable Path folder;

  /** Which implementation of the costly operations is compared. */
  enum Choice {
    /** The engine's own. */
    TORCH,
    /** Plain array operations. */
    PLAIN
  }

  @Option(
      names = "--kernels",
      paramLabel = "torch|plain",
      description = "Which kernels to compare. Default: torch, the ones that training uses.")
  private Choice kernels = Choice.TORCH;

  @Option(
      names = "--device",
      paramLabel = "NAME",
      description = "Where to compute: auto, cpu, gpu or gpu:N. Default: cpu, as the references.")
  private String device = "cpu";

  @Option(names = "--json", description = "Print the result as one JSON object on the last line.")
  private boolean json;

  @Override
  public Integer call() {
    Kernels chosen = kernels == Choice.PLAIN ? new PlainKernels() : KernelLoader.load();
    Device where = Failure.as(ExitCode.CONFIGURATION, () -> Devices.ofEngine().choose(device));
    List<ParityResult> results =
        Failure.as(
            ExitCode.DATA,
            () -> new Parity(chosen, where).run(Objects.requireNonNull(folder), this::print));
    common
        .out()
        .printf(
            "%d passed, %d failed, %d unsupported, of %d cases (%s kernels)%n",
            count(results, ParityStatus.PASSED),
            count(results, ParityStatus.FAILED),
            count(results, ParityStatus.UNSUPPORTED),
            results.size(),
            chosen.name());
    if (json) {
      common.json(json(results));
    }
    common.out().flush();
    return count(results, ParityStatus.FAILED) == 0
        ? ExitCode.OK.code()
        : ExitCode.CHECK_FAILED.code();
  }

  private void print(ParityResult result) {
    if (!begun) {
      begun = true;
      common.out().printf(LINE, "CASE", "", "OUTPUT", "GRADIENT", "LOSS", "");
    }
    common
        .out()
        .printf(
            LINE,
            result.name(),
            result.status().name().toLowerCase(Locale.ROOT),
            error(result.outputError()),
            error(result.gradientError()),
            error(result.lossError()),
            result.detail());
    common.out().flush();
  }

  private static String error(double error) {
    return Double.isNaN(error) ? "-" : "%.2e".formatted(error);
  }

  private static long count(List<ParityResult> results, ParityStatus status) {
    return results.stream().filter(result -> result.status() == status).count();
  }

  private static Map<String, Object> json(List<ParityResult> results) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("passed", count(results, ParityStatus.PASSED));
    json.put("failed", count(results, ParityStatus.FAILED));
    json.put("unsupported", count(results, ParityStatus.UNSUPPORTED));
    json.put("cases", results.size());
    json.put("results", results.stream().map(ParityCommand::json).toList());
    return json;
  }

  private static Map<String, Object> json(ParityResult result) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("case", result.name());
    json.put("status", result.status().name().toLowerCase(Locale.ROOT));
    json.put("outputError", Figures.number(result.outputError()));
    json.put("gradientError", Figures.number(result.gradientError()));
    json.put("lossError", Figures.number(result.lossError()));
    json.put("detail", result.detail());
    return json;
  }
}
