package io.perceiver.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.evaluate.ResultFigures;
import io.perceiver.internal.files.AtomicFile;
import io.perceiver.internal.run.Json;
import io.perceiver.internal.run.PeakMemory;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingOutcome;
import io.perceiver.train.ValidationReport;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code metrics.jsonl}: one JSON object a line, by its {@code event}. */
final class MetricsLog implements RunListener, Closeable {
  private final BufferedWriter out;

  /**
   * Goes on with the file where it exists.
   *
   * @param steps lines of later steps, and a last line cut short, are dropped: they will come again
   */
  MetricsLog(Path file, long steps) throws IOException {
    if (Files.exists(file)) {
      List<String> kept =
          Files.readAllLines(file).stream().filter(line -> isKept(line, steps)).toList();
      AtomicFile.write(file, unfinished -> Files.write(unfinished, kept));
    }
    out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static boolean isKept(String line, long steps) {
    try {
      return Json.LINE.readTree(line).path("step").asLong() <= steps;
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether the test split was read. */
  static boolean hasTest(Path file) throws IOException {
    return Files.exists(file)
        && Files.readAllLines(file).stream()
            .anyMatch(line -> line.startsWith("{\"event\":\"test\""));
  }

  @Override
  public void stepped(StepReport report) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("event", "step");
    line.put("step", report.state().step());
    line.put("epoch", report.state().epoch());
    line.put("loss", report.loss());
    line.put("learningRate", report.learningRate());
    line.put("gradientNorm", report.gradientNorm());
    line.put("examplesPerSecond", report.examples() / report.seconds());
    line.put("waitedSeconds", report.waitedSeconds());
    write(line, false);
  }

  @Override
  public void validated(ValidationReport report) {
    EvaluationResult result = report.result();
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("event", "validation");
    line.put("examples", result.examples());
    line.put("skipped", result.skipped());
    line.put("loss", result.loss());
    line.put("metrics", result.metrics());
    line.put("step", report.state().step());
    line.put("epoch", report.state().epoch());
    line.put("trainLoss", report.trainLoss());
    line.put("best", report.best());
    write(line, true);
  }

  /**
   * Writes figures on the test split.
   *
   * @param seen whether the split had been read before this part of the training
   */
  void tested(EvaluationResult result, String checkpoint, boolean seen) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("event", "test");
    line.put("skipped", result.skipped());
    line.putAll(ResultFigures.of(result));
    line.put("checkpoint", checkpoint);
    line.put("seenBefore", seen);
    write(line, true);
  }

  @Override
  public void finished(TrainingOutcome outcome) {
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("event", outcome.stopped() ? "stopped" : "finished");
    outcome.stopReason().ifPresent(reason -> line.put("reason", reason));
    line.put("step", outcome.state().step());
    line.put("seconds", outcome.seconds());
    line.put("waitedShare", outcome.waitedShare());
    PeakMemory.bytes().ifPresent(bytes -> line.put("peakMemoryBytes", bytes));
    write(line, true);
  }

  private void write(Map<String, @Nullable Object> line, boolean flush) {
    try {
      out.write(Json.LINE.writeValueAsString(line));
      out.newLine();
      if (flush) {
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
