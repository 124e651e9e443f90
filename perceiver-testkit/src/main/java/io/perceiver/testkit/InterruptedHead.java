package io.perceiver.testkit;

import ai.djl.ndarray.NDArray;
import io.perceiver.api.Head;
import io.perceiver.api.HeadBlock;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.Loss;
import io.perceiver.api.Metric;
import io.perceiver.api.Prediction;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A head in whose training something happens between the forward and the backward pass.
 *
 * @param head asked for all else
 * @param between happens once the loss is known
 */
record InterruptedHead(Head head, Runnable between) implements Head {

  @Override
  public Loss loss() {
    Loss loss = head.loss();
    return (output, target) -> {
      NDArray each = loss.perExample(output, target);
      between.run();
      return each;
    };
  }

  @Override
  public Loss evaluationLoss() {
    return head.evaluationLoss();
  }

  @Override
  public HeadBlock block(LatentArraySpec latents) {
    return head.block(latents);
  }

  @Override
  public int targetSize() {
    return head.targetSize();
  }

  @Override
  public boolean target(Map<String, String> columns, FloatBuffer target) {
    return head.target(columns, target);
  }

  @Override
  public Optional<String> trueValue(Map<String, String> columns) {
    return head.trueValue(columns);
  }

  @Override
  public List<String> classes() {
    return head.classes();
  }

  @Override
  public List<Metric> metrics() {
    return head.metrics();
  }

  @Override
  public Prediction render(float[] output) {
    return head.render(output);
  }
}
