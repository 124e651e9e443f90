package io.perceiver.cli.progress;

import io.perceiver.train.StepReport;
import io.perceiver.train.TrainingControl;
import io.perceiver.train.TrainingPlan;
import io.perceiver.train.ValidationReport;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** One line now and then, and one for each validation: for logs and pipes. */
final class LineDisplay extends TrainingDisplay {
  private static final long EVERY_NANOS = 15_000_000_000L;

  private @Nullable Pace pace;
  private long lastNanos;

  LineDisplay(PrintStream out) {
    super(out);
  }

  @Override
  public void started(TrainingPlan plan, TrainingControl control) {
    pace = new Pace(plan);
    lastNanos = System.nanoTime();
    out().println(Texts.plan(plan));
  }

  @Override
  public void stepped(StepReport report) {
    if (pace == null) {
      return;
    }
    pace.stepped(report);
    long now = System.nanoTime();
    if (now - lastNanos >= EVERY_NANOS) {
      lastNanos = now;
      out()
          .printf(
              "step %d of %d: loss %.4f, %.0f examples/s, %s left%n",
              pace.step(),
              pace.plan().totalSteps(),
              pace.loss(),
              pace.examplesPerSecond(),
              Texts.clock(pace.left()));
    }
  }

  @Override
  public void validated(ValidationReport report) {
    super.validated(report);
    String rest =
        pace == null
            ? ""
            : "; %.0f examples/s, %s left"
                .formatted(pace.examplesPerSecond(), Texts.clock(pace.left()));
    out().println(Texts.validation(report) + rest);
    lastNanos = System.nanoTime();
  }

  @Override
  public void close() {
    out().flush();
  }
}
