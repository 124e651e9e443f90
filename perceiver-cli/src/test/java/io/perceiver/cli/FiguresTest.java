package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.evaluate.EvaluationResult;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Figures as they are shown. */
class FiguresTest {

  @Test
  void showsAccuracyInPercentWithTheNumberOfExamples() {
    EvaluationResult result =
        new EvaluationResult(1000, 0, 0.27134, Map.of("label/accuracy", 0.913), true);
    assertThat(Figures.of(result)).isEqualTo("accuracy 91.30 % (n 1000, loss 0.2713)");
  }

  @Test
  void whatIsNoNumberIsNullInJson() {
    assertThat(Figures.number(Double.NaN)).isNull();
    assertThat(Figures.number(0.5)).isEqualTo(0.5);
  }

  @Test
  void durationsHaveTheUnitsThatMatter() {
    assertThat(Figures.duration(7.75)).isEqualTo("7.8 s");
    assertThat(Figures.duration(92.4)).isEqualTo("1 min 32 s");
    assertThat(Figures.duration(7260)).isEqualTo("2 h 1 min");
  }
}
