package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.training.GradientCollector;
import io.perceiver.internal.nn.Weights;
import io.perceiver.internal.train.StepParameters;
import org.junit.jupiter.api.Test;

/** A step's leaves serve DJL's own Blocks, as an input adapter may hold. */
class StepParametersTest {

  @Test
  void aBlockMayGoWithoutAParameter() {
    try (NDManager manager = NDManager.newBaseManager()) {
      Block convolution =
          Conv2d.builder().setKernelShape(new Shape(1, 1)).setFilters(1).optBias(false).build();
      Weights.initialize(convolution, manager, DataType.FLOAT32, 3, new Shape(1, 1, 2, 2));
      StepParameters leaves = new StepParameters(manager);
      NDArray picture = manager.create(new float[] {1, 2, 3, 4}, new Shape(1, 1, 2, 2));
      try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
        NDArray output = convolution.forward(leaves, new NDList(picture), true).singletonOrThrow();
        leaves.backward(collector, output.sum());
      }
      // the derivative of Σ w·x by w
      assertThat(leaves.gradients().values())
          .singleElement()
          .satisfies(gradient -> assertThat(gradient.toFloatArray()).containsExactly(10));
    }
  }
}
