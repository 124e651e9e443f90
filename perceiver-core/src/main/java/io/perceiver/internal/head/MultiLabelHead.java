package io.perceiver.internal.head;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Calibration;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadOutput;
import io.perceiver.api.head.Loss;
import io.perceiver.api.head.Metric;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.head.Prediction;
import io.perceiver.api.head.Target;
import io.perceiver.api.layer.LayerFactory;
import io.perceiver.head.MultiLabelConfig;
import io.perceiver.internal.text.Nearest;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Any number of several labels: mean of the latents, optional LayerNorm, Linear, and a sigmoid for
 * each label. A label holds from a threshold of its own on, chosen on the validation split so that
 * its F1 is largest there; 0.5 before.
 */
public final class MultiLabelHead implements Head, HeadOutput {
  private final MultiLabelConfig config;
  private final List<Double> thresholds;

  /**
   * Creates the head of a configuration that names its labels.
   *
   * @throws InvalidSpecException if it does not
   */
  public MultiLabelHead(MultiLabelConfig config) {
    this(config, Collections.nCopies(config.labels().size(), 0.5));
  }

  private MultiLabelHead(MultiLabelConfig config, List<Double> thresholds) {
    this.config = config;
    this.thresholds = List.copyOf(thresholds);
    if (config.labels().isEmpty()) {
      throw new InvalidSpecException(
          List.of("labels: none are known; name them, or a data.path whose data names them"));
    }
  }

  @Override
  public HeadBlock block(ModelSpec model, LayerFactory layers) {
    return new MeanLatentBlock(model.latents(), config.labels().size(), config.norm(), false);
  }

  @Override
  public List<HeadOutput> outputs() {
    return List.of(this);
  }

  @Override
  public Target target() {
    return new Target.Numbers(Set.of(config.column()), config.labels().size(), this::read);
  }

  private boolean read(Map<String, String> row, FloatBuffer target) {
    Optional<Set<String>> labels = LabelCells.read(row, config);
    if (labels.isEmpty()) {
      return false;
    }
    Set<String> unknown = new TreeSet<>(labels.get());
    config.labels().forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      String first = unknown.iterator().next();
      throw new PerceiverException(
          "%s: %s are not among the %d labels.%s"
              .formatted(
                  config.column(),
                  unknown,
                  config.labels().size(),
                  Nearest.question(first, config.labels())));
    }
    config.labels().forEach(label -> target.put(labels.get().contains(label) ? 1 : 0));
    return true;
  }

  @Override
  public Optional<String> trueValue(Map<String, String> columns) {
    return LabelCells.read(columns, config)
        .map(labels -> labels.isEmpty() ? "none" : String.join(", ", labels));
  }

  @Override
  public Loss loss() {
    return new BinaryCrossEntropy();
  }

  @Override
  public List<Metric> metrics() {
    List<Metric> metrics = new ArrayList<>();
    for (LabelFigure figure : LabelFigure.values()) {
      metrics.add(new LabelMetric(figure, thresholds));
    }
    return metrics;
  }

  @Override
  public Prediction render(float[] values, int... shape) {
    List<String> names = new ArrayList<>();
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      double probability = 1 / (1 + Math.exp(-values[i]));
      String label = config.labels().get(i);
      scores.put(label, probability);
      if (probability >= thresholds.get(i)) {
        names.add(label);
      }
    }
    return new Prediction.AnyOf(names, scores);
  }

  @Override
  public Optional<Calibration> calibration() {
    return Optional.of(new ThresholdChoice(config.labels().size()));
  }

  @Override
  public HeadOutput calibrated(List<Double> values) {
    if (values.size() != thresholds.size()) {
      throw new PerceiverException(
          "%d thresholds were kept for %d labels".formatted(values.size(), thresholds.size()));
    }
    return new MultiLabelHead(config, values);
  }
}
