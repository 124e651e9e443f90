package io.perceiver.cli.progress;

import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingControl;
import io.perceiver.train.TrainingPlan;
import io.perceiver.train.ValidationReport;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar that is drawn again and again, with a line above it for each validation. */
final class BarDisplay extends TrainingDisplay {
  /** Of a bar that a validation's line must cover. */
  private static final int WIDEST = 110;

  private static final int UPDATE_MILLIS = 500;

  private @Nullable Pace pace;
  private @Nullable ProgressBar bar;
  private String metric = "";

  BarDisplay(PrintStream out) {
    super(out);
  }

  @Override
  public void started(TrainingPlan plan, TrainingControl control) {
    out().println(Texts.plan(plan));
    Pace started = new Pace(plan);
    pace = started;
    bar =
        new ProgressBarBuilder()
            .setTaskName("")
            .setInitialMax(plan.totalSteps())
            .startsFrom(plan.firstStep(), Duration.ZERO)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setEtaFunction(state -> Optional.of(started.left()))
            .setConsumer(new ConsoleProgressBarConsumer(out()))
            .build();
  }

  @Override
  public void stepped(StepReport report) {
    if (pace != null && bar != null) {
      pace.stepped(report);
      bar.setExtraMessage(
          " loss %.3f%s, %.0f ex/s".formatted(pace.loss(), metric, pace.examplesPerSecond()));
      bar.stepTo(report.state().step());
    }
  }

  @Override
  public void validated(ValidationReport report) {
    super.validated(report);
    metric =
        report.result().metrics().entrySet().stream()
            .findFirst()
            .map(entry -> ", " + Texts.metric(entry.getKey(), entry.getValue()))
            .orElse("");
    // over the bar, which is drawn again below
    String line = Texts.validation(report);
    out().println("\r" + line + " ".repeat(Math.max(0, WIDEST - line.length())));
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
