package io.perceiver.cli.predict;

import io.perceiver.api.Example;
import io.perceiver.api.SourceRecord;
import io.perceiver.nn.ModelOutput;
import io.perceiver.run.PredictedExample;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints predictions one after the other. Used by one thread. */
public abstract class PredictionRows implements Consumer<PredictedExample> {
  private final Map<String, ModelOutput> outputs;
  private final PrintWriter out;

  /**
   * Creates one for a model.
   *
   * @param outputs the model's, by name
   */
  PredictionRows(Map<String, ModelOutput> outputs, PrintWriter out) {
    this.outputs = outputs;
    this.out = out;
  }

  @Override
  public final void accept(PredictedExample predicted) {
    print(predicted);
    out.flush();
  }

  /** After the last one. */
  public void end() {
    out.flush();
  }

  abstract void print(PredictedExample predicted);

  final PrintWriter out() {
    return out;
  }

  /** What precedes the name of an output's column: nothing if the model has one output. */
  final String prefix(String output) {
    return outputs.size() == 1 ? "" : output + ".";
  }

  /** The target the example came with; empty where it is not known. */
  final String trueValue(String output, Example example) {
    ModelOutput known = outputs.get(output);
    return known == null ? "" : known.output().trueValue(example.columns()).orElse("");
  }

  /** The example's file, or {@code modality=file} for each of several. */
  static String source(Example example) {
    Map<String, SourceRecord> sources = new TreeMap<>(example.sources());
    return sources.size() == 1
        ? sources.values().iterator().next().name()
        : sources.entrySet().stream()
            .map(source -> source.getKey() + "=" + source.getValue().name())
            .collect(Collectors.joining(","));
  }
}
