package io.perceiver.cli.predict;

import io.perceiver.api.Example;
import io.perceiver.api.Head;
import io.perceiver.api.SourceRecord;
import io.perceiver.run.PredictedExample;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints predictions one after the other. Used by one thread. */
public abstract class PredictionRows implements Consumer<PredictedExample> {
  private final Map<String, Head> heads;
  private final PrintWriter out;

  /**
   * For a model.
   *
   * @param heads the model's, by name
   */
  PredictionRows(Map<String, Head> heads, PrintWriter out) {
    this.heads = heads;
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

  /** What precedes the name of a head's column: nothing where the model has one head. */
  final String prefix(String head) {
    return heads.size() == 1 ? "" : head + ".";
  }

  /** The target the example came with; empty where it is not known. */
  final String trueValue(String head, Example example) {
    Head known = heads.get(head);
    return known == null ? "" : known.trueValue(example.columns()).orElse("");
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
