package io.perceiver.data;

import io.perceiver.api.Head;
import io.perceiver.api.HeadBlock;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.Loss;
import io.perceiver.api.Metric;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Prediction;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets of a head over the classes {@code a} and {@code b}; it computes nothing. */
final class LabelHead implements Head {
  private static final List<String> CLASSES = List.of("a", "b");

  @Override
  public int targetSize() {
    return CLASSES.size();
  }

  @Override
  public boolean target(Map<String, String> columns, FloatBuffer target) {
    Optional<String> label = trueValue(columns);
    if (label.isEmpty()) {
      return false;
    }
    if (!CLASSES.contains(label.get())) {
      throw new PerceiverException("label '" + label.get() + "' is none of a, b");
    }
    target.put(CLASSES.indexOf(label.get()), 1);
    return true;
  }

  @Override
  public Optional<String> trueValue(Map<String, String> columns) {
    return Optional.ofNullable(columns.get("label"));
  }

  @Override
  public HeadBlock block(LatentArraySpec latents) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Loss loss() {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Metric> metrics() {
    return List.of();
  }

  @Override
  public Prediction render(float[] output) {
    throw new UnsupportedOperationException();
  }
}
