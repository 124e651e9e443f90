package io.perceiver.kernel;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.perceiver.internal.kernel.Kernels;

/**
 * Where and how a model computes, chosen once at the root.
 *
 * @param device of every array
 * @param dataType of parameters and activations
 * @param kernels the operations
 */
public record Compute(Device device, DataType dataType, Kernels kernels) {

  /** A new manager on the device; the caller closes it. */
  public NDManager newManager() {
    return NDManager.newBaseManager(device);
  }
}
