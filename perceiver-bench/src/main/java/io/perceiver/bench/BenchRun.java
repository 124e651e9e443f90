package io.perceiver.bench;

import io.perceiver.bench.measure.MatrixPeak;
import io.perceiver.bench.measure.Pace;
import io.perceiver.kernel.Compute;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * What every bench is told.
 *
 * @param seed every random draw is a function of it
 * @param pace how often things are measured
 * @param threads of the engine's arithmetic; child processes get the same
 * @param compute device and kernels
 * @param peak the matrix-product peak of this run; whoever measures over minutes samples it in
 *     between
 * @param output where the report goes; a bench may leave files of its own there
 * @param progress hears what is being done, one line a step
 */
public record BenchRun(
    long seed,
    Pace pace,
    int threads,
    Compute compute,
    MatrixPeak peak,
    Path output,
    Consumer<String> progress) {

  /** Says what is being done. */
  @SuppressWarnings("AnnotateFormatMethod") // the annotation would need a library for one method
  public void say(String format, Object... arguments) {
    progress.accept(format.formatted(arguments));
  }
}
