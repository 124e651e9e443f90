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
import io.perceiver.head.ClassificationConfig;
import io.perceiver.internal.text.Nearest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** One class of several: mean of the latents, optional LayerNorm, Linear (Perceiver App. C). */
public final class ClassificationHead implements Head, HeadOutput {
  private final ClassificationConfig config;
  private final List<String> classes;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * Makes the head of a configuration that names or counts its classes.
   *
   * @throws InvalidSpecException if it does neither
   */
  public ClassificationHead(ClassificationConfig config) {
    this.config = config;
    this.classes = config.names();
    classes.forEach(name -> indices.put(name, indices.size()));
    if (classes.isEmpty()) {
      throw new InvalidSpecException(
          List.of(
              "classes: none are known; name them, give classCount, or a data.path whose data names them"));
    }
  }

  /** Classes named 0, 1, …, with a LayerNorm before the linear map. */
  public static ClassificationHead of(int classCount) {
    return new ClassificationHead(ClassificationConfig.DEFAULT.withClassCount(classCount));
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public HeadBlock block(ModelSpec model, LayerFactory layers) {
    return new MeanLatentBlock(model.latents(), classes.size(), config.norm(), config.zeroInit());
  }

  @Override
  public List<HeadOutput> outputs() {
    return List.of(this);
  }

  @Override
  public Target target() {
    return new Target.Id(Set.of(config.column()), this::id);
  }

  private OptionalInt id(Map<String, String> row) {
    Optional<String> label = trueValue(row);
    if (label.isEmpty()) {
      return OptionalInt.empty();
    }
    Integer index = indices.get(label.get());
    if (index == null) {
      throw new PerceiverException(
          "%s: '%s' is not one of the %d classes %s.%s"
              .formatted(
                  config.column(),
                  label.get(),
                  classes.size(),
                  shortened(),
                  Nearest.question(label.get(), classes)));
    }
    return OptionalInt.of(index);
  }

  private String shortened() {
    int shown = 20;
    return classes.size() <= shown ? classes.toString() : classes.subList(0, shown) + "…";
  }

  @Override
  public Optional<String> trueValue(Map<String, String> columns) {
    return Optional.ofNullable(columns.get(config.column())).filter(label -> !label.isBlank());
  }

  @Override
  public Loss loss() {
    return new CrossEntropy(config.labelSmoothing(), config.focal(), config.classWeights());
  }

  @Override
  public Loss evaluationLoss() {
    return CrossEntropy.PLAIN;
  }

  @Override
  public List<Metric> metrics() {
    return List.of(new Accuracy(), new MeanClassAccuracy(classes), new MacroF1(classes));
  }

  @Override
  public Prediction render(float[] values, int... shape) {
    double[] probabilities = softmax(values);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.put(classes.get(i), probabilities[i]);
    }
    return new Prediction.OneOf(classes.get(largest(values)), scores);
  }

  private static double[] softmax(float[] logits) {
    double largest = logits[largest(logits)];
    double[] weights = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      weights[i] = Math.exp(logits[i] - largest);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Index of the largest value, the first of equals. */
  private static int largest(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }
}
