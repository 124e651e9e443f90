package io.perceiver.kernel;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.kernel.Kernels;
import org.apiguardian.api.API;

/**
 * Where and how a model computes, chosen once at the root.
 *
 * @param device of every array
 * @param dataType of parameters and activations
 * @param kernels the operations
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Compute(
    Device device,
    DataType dataType,
    @API(status = API.Status.INTERNAL, since = "0.1") Kernels kernels) {

  /** Is for this project; others call {@link #on}. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public Compute {}

  /**
   * Chooses a device of the engine, which this starts, and the fastest kernels for it.
   *
   * @param device {@code auto}, {@code cpu}, {@code gpu} or {@code gpu:N}
   * @param precision of the layers' matrix products
   * @throws io.perceiver.api.PerceiverException if the device is not here; says which are
   */
  public static Compute on(String device, Precision precision) {
    return new Compute(
        Devices.ofEngine().choose(device), DataType.FLOAT32, KernelLoader.load().in(precision));
  }

  /** Returns a new manager on the device; the caller closes it. */
  public NDManager newManager() {
    return NDManager.newBaseManager(device);
  }
}
