package io.perceiver.cli.progress;

import io.perceiver.evaluate.HeadResult;
import io.perceiver.train.TrainingPlan;
import io.perceiver.train.ValidationReport;
import java.time.Duration;

/** The lines of a display. */
final class Texts {
  private Texts() {}

  static String plan(TrainingPlan plan) {
    String from = plan.firstStep() == 0 ? "" : ", from step " + plan.firstStep();
    return "Training %s: %d examples, %d steps of which %d are an epoch%s"
        .formatted(plan.run(), plan.examples(), plan.totalSteps(), plan.stepsPerEpoch(), from);
  }

  /**
   * Such as {@code epoch 3, step 282: train loss 0.81, validation accuracy 71.20 % (...), best}.
   */
  static String validation(ValidationReport report) {
    return "epoch %d, step %d: train loss %.4f, validation %sloss %.4f%s"
        .formatted(
            report.state().epoch() + 1,
            report.state().step(),
            report.trainLoss(),
            metrics(report),
            report.result().loss(),
            report.best() ? ", best so far" : "");
  }

  /** The primary metric of each head: a line has no room for more. */
  private static String metrics(ValidationReport report) {
    StringBuilder text = new StringBuilder();
    for (HeadResult head : report.result().heads().values()) {
      head.metrics().entrySet().stream()
          .findFirst()
          .ifPresent(
              primary -> text.append(metric(primary.getKey(), primary.getValue())).append(", "));
    }
    return text.toString();
  }

  /** Such as {@code accuracy 71.20 %}, for {@code label/accuracy}. */
  static String metric(String key, double value) {
    String name = key.substring(key.lastIndexOf('/') + 1);
    return name.equals("accuracy")
        ? "%s %.2f %%".formatted(name, 100 * value)
        : "%s %.4f".formatted(name, value);
  }

  /** Such as {@code 0:01:32}. */
  static String clock(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
