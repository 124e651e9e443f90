package io.perceiver.bench;

import io.perceiver.bench.report.Report;
import java.io.IOException;

/**
 * One measurement that anyone can repeat. Its options are fields annotated for picocli ({@code
 * Option}), set before it runs; a bench is made anew for every run.
 */
public interface Bench {

  /** What the command line calls it: lower case, one word. */
  String name();

  /** What it measures, in one line. */
  String purpose();

  /**
   * Measures.
   *
   * @return what came out; hardware, versions and the matrix-product peak are added by the caller
   * @throws io.perceiver.api.PerceiverException if an option is wrong or something is missing; says
   *     what to do
   * @throws IOException if a file cannot be read or written
   */
  Report run(BenchRun run) throws IOException;
}
