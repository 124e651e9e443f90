package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import io.perceiver.internal.kernel.AdamSettings;
import io.perceiver.internal.kernel.AdamState;
import io.perceiver.internal.kernel.SgdSettings;
import io.perceiver.internal.kernel.SgdState;
import io.perceiver.internal.kernel.UpdateKernels;
import io.perceiver.kernel.Precision;
import java.util.List;

/** The updates, each one script call over all parameters, or over a few megabytes of them. */
abstract class TorchUpdates implements UpdateKernels {
  /** At least as many as this: a megabyte of each of five arrays. */
  private static final long ELEMENTS_AT_ONCE = 1 << 18;

  /** Weights are of single precision, whatever the products are. */
  private final Scripts updates = new Scripts(Precision.FLOAT32);

  @Override
  public NDArray clipGlobalNorm(List<NDArray> gradients, double maxNorm) {
    PtNDManager manager = (PtNDManager) gradients.get(0).getManager();
    try (IValue norm = call("clip.py", list(gradients), IValue.from(maxNorm))) {
      return norm.toTensor(manager);
    }
  }

  @Override
  public void adamStep(AdamState state, AdamSettings settings) {
    call(
            "adamw.py",
            list(state.values()),
            list(state.gradients()),
            list(state.firstMoments()),
            list(state.secondMoments()),
            list(state.steps()),
            IValue.from(settings.learningRate()),
            IValue.from(settings.beta1()),
            IValue.from(settings.beta2()),
            IValue.from(settings.epsilon()),
            IValue.from(settings.weightDecay()))
        .close();
  }

  /** A few parameters at a time: its passes then follow each other within the processor's cache. */
  @Override
  public void lambStep(AdamState state, AdamSettings settings) {
    List<NDArray> values = state.values();
    for (int from = 0; from < values.size(); ) {
      int to = from;
      for (long size = 0; to < values.size() && size < elementsAtOnce(values); to++) {
        size += values.get(to).size();
      }
      lambStep(
          new AdamState(
              values.subList(from, to),
              state.gradients().subList(from, to),
              state.firstMoments().subList(from, to),
              state.secondMoments().subList(from, to),
              state.steps().subList(from, to)),
          settings,
          values.get(from).getManager());
      from = to;
    }
  }

  /** A GPU has more to gain from few large calls than from its cache. */
  private static long elementsAtOnce(List<NDArray> values) {
    return values.get(0).getDevice().isGpu() ? Long.MAX_VALUE : ELEMENTS_AT_ONCE;
  }

  private void lambStep(AdamState state, AdamSettings settings, NDManager manager) {
    try (NDManager scratch = manager.newSubManager()) {
      List<NDArray> directions =
          state.values().stream().map(v -> scratch.zeros(v.getShape(), v.getDataType())).toList();
      call(
              "lamb.py",
              list(state.values()),
              list(state.gradients()),
              list(state.firstMoments()),
              list(state.secondMoments()),
              list(state.steps()),
              list(directions),
              IValue.from(settings.learningRate()),
              IValue.from(settings.beta1()),
              IValue.from(settings.beta2()),
              IValue.from(settings.epsilon()),
              IValue.from(settings.weightDecay()))
          .close();
    }
  }

  @Override
  public void sgdStep(SgdState state, SgdSettings settings) {
    call(
            "sgd.py",
            list(state.values()),
            list(state.gradients()),
            list(state.velocities()),
            IValue.from(settings.learningRate()),
            IValue.from(settings.momentum()),
            IValue.from(settings.weightDecay()))
        .close();
  }

  @Override
  public void average(List<NDArray> averages, List<NDArray> values, double decay) {
    call("average.py", list(averages), list(values), IValue.from(1 - decay)).close();
  }

  /** Calls a script and closes its arguments; the caller closes the result. */
  private IValue call(String resource, IValue... arguments) {
    try {
      return ScriptCalls.inference(updates.of(resource, ScriptForm.NONE), arguments);
    } finally {
      for (IValue argument : arguments) {
        argument.close();
      }
    }
  }

  private static IValue list(List<NDArray> arrays) {
    return IValue.listFrom(arrays.stream().map(a -> (PtNDArray) a).toArray(PtNDArray[]::new));
  }
}
