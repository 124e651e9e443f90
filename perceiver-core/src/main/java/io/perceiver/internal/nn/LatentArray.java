package io.perceiver.internal.nn;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.training.initializer.NormalInitializer;
import io.perceiver.api.layer.ArrayLayer;

/** The learned latents every example starts from, (N, D) (Perceiver §3.1). */
public final class LatentArray extends ArrayLayer {
  private final Parameter vectors;

  /**
   * N latents of D channels, from a normal distribution; the paper cuts it at ±2 (App. C), a
   * hundred standard deviations away.
   */
  public LatentArray(int latents, int channels, double sd) {
    vectors =
        parameter(
            "vectors", Parameter.Type.OTHER, new NormalInitializer((float) sd), latents, channels);
  }

  /**
   * The latents, once for every example.
   *
   * @param like an array of the batch; gives the batch size, the device and the manager
   * @return (batch, N, D)
   */
  @Override
  public NDArray forward(ParameterStore parameters, NDArray like, boolean training) {
    Device device = like.getDevice();
    NDArray latents = parameters.getValue(vectors, device, training);
    Shape shape = vectors.getShape();
    NDArray repeated = latents.broadcast(like.getShape().get(0), shape.get(0), shape.get(1));
    repeated.attach(like.getManager());
    return repeated;
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape shape = vectors.getShape();
    return new Shape[] {new Shape(inputShapes[0].get(0), shape.get(0), shape.get(1))};
  }
}
