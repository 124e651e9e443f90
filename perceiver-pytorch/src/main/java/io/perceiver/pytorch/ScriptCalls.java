package io.perceiver.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.util.function.Supplier;

/**
 * Calls of scripts as they are written. libtorch would watch the first calls and then, on the
 * thread that made them, rewrite and recompile a script: a long second call, and results that from
 * then on differ in their last digits. The scripts are a few large operators each, so there is
 * nothing to gain.
 */
final class ScriptCalls {

  private ScriptCalls() {}

  /** A call in which autograd follows the thread's gradient mode. */
  static NDArray differentiable(PtSymbolBlock script, NDArray... arguments) {
    return all(script, arguments).singletonOrThrow();
  }

  /**
   * Does the same as {@link #differentiable}, of a script with several results. Arrays lose their
   * names: DJL would look in each for a place in a dictionary, and take one with a dot for that.
   */
  static NDList all(PtSymbolBlock script, NDArray... arguments) {
    for (NDArray argument : arguments) {
      argument.setName(null);
    }
    return asWritten(() -> IValueUtils.forward(script, new NDList(arguments), true));
  }

  /** A call in inference mode, the only one DJL has for other things than arrays. */
  static IValue inference(PtSymbolBlock script, IValue... arguments) {
    return asWritten(() -> IValueUtils.runMethod(script, "forward", arguments));
  }

  /** The setting is the thread's; scripts that are not ours find it as it is by default. */
  private static <T> T asWritten(Supplier<T> call) {
    JniUtils.setGraphExecutorOptimize(false);
    try {
      return call.get();
    } finally {
      JniUtils.setGraphExecutorOptimize(true);
    }
  }
}
