package io.perceiver.api.layer;

import ai.djl.ndarray.types.Shape;
import org.apiguardian.api.API;

/** A layer that maps the channels of every element by itself, such as a norm, MLP or linear map. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class MappingLayer extends ArrayLayer {
  private final int outputChannels;

  /**
   * Creates the layer.
   *
   * @param outputChannels channels of its result
   */
  protected MappingLayer(int outputChannels) {
    this.outputChannels = outputChannels;
  }

  /** Returns the cost for one example of that many elements. */
  public abstract LayerCost cost(long elements);

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape input = inputShapes[0];
    return new Shape[] {input.slice(0, input.dimension() - 1).add(outputChannels)};
  }
}
