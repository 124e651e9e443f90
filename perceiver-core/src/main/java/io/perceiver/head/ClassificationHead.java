package io.perceiver.head;

import io.perceiver.api.Head;
import io.perceiver.api.HeadBlock;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.Loss;
import io.perceiver.api.Metric;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Prediction;
import io.perceiver.evaluate.ConfusionCounter;
import io.perceiver.text.Nearest;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One class of several: mean of the latents, optional LayerNorm, Linear (Perceiver App. C). */
public final class ClassificationHead implements Head {
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
    return new ClassificationHead(
        new ClassificationConfig("label", List.of(), classCount, true, false, 0));
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public HeadBlock block(LatentArraySpec latents) {
    return new ClassificationBlock(latents, classes.size(), config);
  }

  @Override
  public int targetSize() {
    return classes.size();
  }

  @Override
  public boolean target(Map<String, String> columns, FloatBuffer target) {
    Optional<String> label = trueValue(columns);
    if (label.isEmpty()) {
      return false;
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
    for (int i = 0; i < classes.size(); i++) {
      target.put(i == index ? 1 : 0);
    }
    return true;
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
    return new CrossEntropy(config.labelSmoothing());
  }

  @Override
  public Loss evaluationLoss() {
    return new CrossEntropy(0);
  }

  @Override
  public List<Metric> metrics() {
    return List.of(new Accuracy(), new MeanClassAccuracy(classes), new MacroF1(classes));
  }

  @Override
  public Prediction render(float[] output) {
    double[] probabilities = softmax(output);
    Map<String, Double> scores = new LinkedHashMap<>();
    for (int i = 0; i < probabilities.length; i++) {
      scores.put(classes.get(i), probabilities[i]);
    }
    return new Prediction(classes.get(ConfusionCounter.largest(output)), scores);
  }

  private static double[] softmax(float[] logits) {
    double largest = logits[ConfusionCounter.largest(logits)];
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
}
