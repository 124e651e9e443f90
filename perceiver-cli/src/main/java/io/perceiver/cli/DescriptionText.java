package io.perceiver.cli;

import io.perceiver.internal.describe.InputRow;
import io.perceiver.internal.describe.LayerRow;
import io.perceiver.internal.describe.MemoryEstimate;
import io.perceiver.internal.describe.ModelDescription;
import java.io.PrintWriter;
import java.util.List;

/**
 * A model's description for people.
 *
 * @param description what is printed
 */
record DescriptionText(ModelDescription description) {
  private static final String NOT_STATED = "not stated";
  private static final double MIB = 1 << 20;

  void print(PrintWriter out) {
    for (InputRow input : description.inputs()) {
      out.printf(
          "input %s: up to %,d elements of %d channels = %s%n",
          input.modality(), input.elements(), input.channels(), input.explanation());
    }
    out.printf("byte array: (batch, %d, %d)%n%n", description.elements(), description.channels());
    layers().print(out);
    out.println();
    out.printf("parameters: %,d%n", description.parameters());
    out.printf(
        "one example: %s GFLOPs by the plain formula, %s as the kernels do it; multiplies and adds"
            + " counted apart%n",
        giga(description.modelFlops()), giga(description.executedFlops()));
    without(out, "FLOPs", description.notStated());
    MemoryEstimate memory = description.memory();
    out.printf(
        "memory, estimated: weights %.1f MiB; batches of %d: predicting %.1f MiB, training %.1f"
            + " MiB%s%n",
        memory.parameters() / MIB,
        memory.batchSize(),
        memory.predicting() / MIB,
        memory.training() / MIB,
        memory.activationCheckpointing() ? " with activation checkpointing" : "");
    without(out, "kept memory", memory.notStated());
    out.flush();
  }

  /** Sums lack what a plugin's layers do not state. */
  private static void without(PrintWriter out, String what, List<String> layers) {
    if (!layers.isEmpty()) {
      out.printf("  more than that: the %s of %s is not stated%n", what, String.join(", ", layers));
    }
  }

  private Table layers() {
    Table table = new Table(List.of("LAYER", "KIND", "OUTPUT", "PARAMETERS", "GFLOPS", "EXECUTED"));
    for (LayerRow layer : description.layers()) {
      table.add(
          List.of(
              layer.name(),
              layer.kind(),
              layer.output(),
              layer.shared() ? "shared" : "%,d".formatted(layer.parameters()),
              layer.isStated() ? giga(layer.modelFlops()) : NOT_STATED,
              layer.isStated() ? giga(layer.executedFlops()) : NOT_STATED));
    }
    return table;
  }

  private static String giga(long flops) {
    return flops == 0 ? "" : "%.4g".formatted(flops / 1e9);
  }
}
