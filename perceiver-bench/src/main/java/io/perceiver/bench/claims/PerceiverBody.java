package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.api.HeadBlock;
import io.perceiver.api.HeadInput;
import io.perceiver.head.ClassificationHead;
import io.perceiver.nn.ArrayLayer;
import io.perceiver.nn.PerceiverConfig;
import io.perceiver.nn.PerceiverTrunk;
import java.util.List;

/** This project's trunk and classification head over an array that is ready. */
final class PerceiverBody extends ArrayLayer {
  private final PerceiverTrunk trunk;
  private final HeadBlock head;

  /** With the numbers of a trunk. */
  PerceiverBody(BodySpec spec, PerceiverConfig config) {
    trunk = addChildBlock("trunk", new PerceiverTrunk(spec.channels(), config, spec.kernels()));
    head = ClassificationHead.of(spec.classes()).block(trunk.spec());
    addChildBlock("head", head);
  }

  @Override
  public NDArray forward(ParameterStore parameters, NDArray array, boolean training) {
    NDArray latents = trunk.forward(parameters, array, null, training);
    return head.forward(parameters, new HeadInput(latents, array, null, List.of()), training);
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return head.getOutputShapes(trunk.getOutputShapes(inputShapes));
  }
}
