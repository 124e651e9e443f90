package io.perceiver.internal.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.head.RegressionConfig;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One or several numbers: mean of the latents, optional LayerNorm, Linear. Targets and output are
 * standardised numbers; figures and predictions are in the units of the data.
 */
public final class RegressionHead implements Head, HeadOutput {
  private final RegressionConfig config;
  private final Standardisation standard;

  /**
   * Creates the head of a configuration that gives means and standard deviations.
   *
   * @throws InvalidSpecException if it does not
   */
  public RegressionHead(RegressionConfig config) {
    this.config = config;
    if (config.means().isEmpty() || config.deviations().isEmpty()) {
      throw new InvalidSpecException(
          List.of(
              "means: means and deviations are not known; give both, or a data.path whose data has"
                  + " numbers in the columns "
                  + config.columns()));
    }
    standard = Standardisation.of(config.means(), config.deviations());
  }

  @Override
  public HeadBlock block(ModelSpec model, LayerFactory layers) {
    return new MeanLatentBlock(model.latents(), config.columns().size(), config.norm(), false);
  }

  @Override
  public List<HeadOutput> outputs() {
    return List.of(this);
  }

  @Override
  public Target target() {
    return new Target.Numbers(Set.copyOf(config.columns()), config.columns().size(), this::read);
  }

  private boolean read(Map<String, String> row, FloatBuffer target) {
    List<OptionalDouble> numbers =
        config.columns().stream().map(column -> NumberCells.read(row, column)).toList();
    if (numbers.stream().allMatch(OptionalDouble::isEmpty)) {
      return false;
    }
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i++) {
      if (numbers.get(i).isEmpty()) {
        missing.add(config.columns().get(i));
      }
    }
    if (!missing.isEmpty()) {
      throw new PerceiverException(
          String.join(", ", missing)
              + ": is empty while other columns of the head are not; fill it in, empty all of them,"
              + " or make a head for each column");
    }
    for (int i = 0; i < numbers.size(); i++) {
      target.put(standard.applied(numbers.get(i).getAsDouble(), i));
    }
    return true;
  }

  @Override
  public Optional<String> trueValue(Map<String, String> columns) {
    String known =
        config.columns().stream()
            .map(column -> columns.getOrDefault(column, "").strip())
            .filter(cell -> !cell.isEmpty())
            .collect(Collectors.joining(", "));
    return Optional.of(known).filter(text -> !text.isEmpty());
  }

  @Override
  public Loss loss() {
    return new RegressionLoss(config.loss(), config.huber());
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (ErrorFigure figure : ErrorFigure.values()) {
      metrics.add(new RegressionMetric(figure, "", standard, 0, config.columns().size()));
    }
    if (config.columns().size() > 1) {
      for (int i = 0; i < config.columns().size(); i++) {
        for (ErrorFigure figure : ErrorFigure.values()) {
          metrics.add(
              new RegressionMetric(figure, config.columns().get(i) + ".", standard, i, i + 1));
        }
      }
    }
    return metrics;
  }

  @Override
  public Prediction render(float[] values, int... shape) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      numbers.put(config.columns().get(i), standard.restored(values[i], i));
    }
    return new Prediction.Numbers(numbers, config.unit());
  }
}
