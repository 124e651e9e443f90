package io.perceiver.bench.peer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import ai.djl.training.optimizer.Optimizer;
import io.perceiver.api.PerceiverException;
import io.perceiver.bench.subject.StepTimes;
import io.perceiver.bench.subject.Subject;
import io.perceiver.internal.kernel.AdamSettings;
import io.perceiver.internal.kernel.AdamState;
import io.perceiver.kernel.Compute;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A traced model that predicts and learns: the same loss, clip and fused AdamW as ours, and DJL's
 * own Adam apart. Used by one thread; owns the optimiser's state.
 *
 * <p>A traced module's gradients can be set to zero but not dropped, which PyTorch would do: the
 * zeroing is outside the times, the addition of each new gradient to a zero is in them, and {@link
 * #accumulate} measures how much that is.
 */
final class TracedSubject implements AutoCloseable {
  private static final AdamSettings ADAMW = new AdamSettings(1e-4, 0.9, 0.999, 1e-8, 0.05);

  private final TracedModel model;
  private final Compute compute;
  private final NDManager memory;
  private final PeerInput given;
  private final List<NDArray> firstMoments = new ArrayList<>();
  private final List<NDArray> secondMoments = new ArrayList<>();
  private final List<NDArray> steps = new ArrayList<>();
  private final List<NDArray> sums = new ArrayList<>();
  private final Optimizer djlAdam = Optimizer.adam().build();

  /** Creates one with what it is given and asked for. */
  TracedSubject(TracedModel model, PeerInput given, Compute compute) {
    this.model = model;
    this.given = given;
    this.compute = compute;
    memory = compute.newManager();
  }

  /** A forward pass without gradients. */
  void forward() {
    try (NDManager step = compute.newManager()) {
      NDArray output = model.forward(step, false, under(step));
      check(output);
      output.toFloatArray();
    }
  }

  private void check(NDArray output) {
    if (!output.getShape().equals(given.shape())) {
      throw new PerceiverException(
          "the file gives %s for this batch, our head '%s' wants %s; set heads.%s.classCount, or"
                  .formatted(output.getShape(), given.name(), given.shape(), given.name())
              + " trace the model for this batch");
    }
  }

  /** A training step with the fused AdamW. */
  StepTimes step() {
    if (steps.isEmpty()) {
      for (NDArray value : model.values()) {
        firstMoments.add(memory.zeros(value.getShape()));
        secondMoments.add(memory.zeros(value.getShape()));
        steps.add(memory.zeros(new Shape()));
      }
    }
    return step(
        gradients ->
            compute
                .kernels()
                .adamStep(
                    new AdamState(model.values(), gradients, firstMoments, secondMoments, steps),
                    ADAMW));
  }

  /** A training step with DJL's Adam. */
  StepTimes stepWithDjlAdam() {
    List<NDArray> values = model.values();
    return step(
        gradients -> {
          for (int i = 0; i < gradients.size(); i++) {
            djlAdam.update(Integer.toString(i), values.get(i), gradients.get(i));
          }
        });
  }

  /** How the parameters are moved. */
  private interface Update {
    void by(List<NDArray> gradients);
  }

  private StepTimes step(Update update) {
    try (NDManager step = compute.newManager()) {
      long start = System.nanoTime();
      long forwarded;
      try (GradientCollector collector = step.getEngine().newGradientCollector()) {
        NDArray output = model.forward(step, true, under(step));
        check(output);
        NDArray loss = given.output().loss().perElement(output, given.target(), Map.of()).mean();
        loss.getFloat();
        forwarded = System.nanoTime();
        collector.backward(loss);
      }
      List<NDArray> gradients = model.gradients(step);
      long differentiated = System.nanoTime();
      try (NDArray norm = compute.kernels().clipGlobalNorm(gradients, Subject.CLIP_NORM)) {
        norm.getFloat();
      }
      long clipped = System.nanoTime();
      update.by(gradients);
      long updated = System.nanoTime();
      gradients.forEach(gradient -> gradient.subi(gradient));
      return new StepTimes(
          forwarded - start,
          differentiated - forwarded,
          clipped - differentiated,
          updated - clipped);
    }
  }

  /** What adding every gradient to a zero costs. */
  void accumulate() {
    if (sums.isEmpty()) {
      model.values().forEach(value -> sums.add(memory.zeros(value.getShape())));
    }
    for (int i = 0; i < sums.size(); i++) {
      sums.get(i).addi(model.values().get(i));
    }
  }

  private NDArray under(NDManager step) {
    NDArray view = given.input().stopGradient();
    view.attach(step);
    return view;
  }

  @Override
  public void close() {
    memory.close();
  }
}
