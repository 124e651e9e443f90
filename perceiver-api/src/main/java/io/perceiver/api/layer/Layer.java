package io.perceiver.api.layer;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import org.apiguardian.api.API;

/**
 * The base of this package's Blocks. The shapes of their parameters follow from their
 * configuration, not from an input. Each has a typed {@code forward}; the one over {@code NDList}
 * is for DJL.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class Layer extends AbstractBlock {
  private boolean initialized;

  /** Creates the layer. */
  protected Layer() {}

  /** Adds a parameter whose shape is known. */
  protected final Parameter parameter(
      String name, Parameter.Type type, Initializer initializer, long... shape) {
    return addParameter(
        Parameter.builder()
            .setName(name)
            .setType(type)
            .optShape(new Shape(shape))
            .optInitializer(initializer)
            .build());
  }

  /**
   * Returns the input shapes of a child, for children that need them; layers of this package do
   * not.
   */
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    return inputShapes;
  }

  @Override
  protected void initializeChildBlocks(NDManager manager, DataType dataType, Shape... inputShapes) {
    for (Block child : getChildren().values()) {
      child.initialize(manager, dataType, childInputs(child, inputShapes));
    }
  }

  /**
   * Remembers the answer: DJL asks at every call, and walking the tree would cost more than a small
   * layer.
   */
  @Override
  public boolean isInitialized() {
    if (!initialized) {
      initialized =
          getParameters().values().stream().allMatch(Parameter::isInitialized)
              && getChildren().values().stream().allMatch(Block::isInitialized);
    }
    return initialized;
  }
}
