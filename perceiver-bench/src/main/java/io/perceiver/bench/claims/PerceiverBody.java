package io.perceiver.bench.claims;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import io.perceiver.api.head.HeadBlock;
import io.perceiver.api.head.HeadInput;
import io.perceiver.api.head.ModelSpec;
import io.perceiver.api.layer.ArrayLayer;
import io.perceiver.internal.head.ClassificationHead;
import io.perceiver.internal.nn.PerceiverTrunk;
import io.perceiver.nn.PerceiverConfig;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** This project's trunk and classification head over an array that is ready. */
final class PerceiverBody extends ArrayLayer {
  private final PerceiverTrunk trunk;
  private final HeadBlock head;

  /** Creates one with the numbers of a trunk. */
  PerceiverBody(BodySpec spec, PerceiverConfig config) {
    trunk = addChildBlock("trunk", new PerceiverTrunk(spec.channels(), config, spec.kernels()));
    head =
        ClassificationHead.of(spec.classes())
            .block(
                new ModelSpec(
                    trunk.spec(), Collections.emptySortedMap(), Collections.emptySortedMap()),
                trunk.layers());
    addChildBlock("head", head);
  }

  @Override
  public NDArray forward(ParameterStore parameters, NDArray array, boolean training) {
    NDArray latents = trunk.forward(parameters, array, null, training);
    HeadInput seen = new HeadInput(latents, array, null, List.of(), Map.of());
    return head.forward(parameters, seen, training).singletonOrThrow();
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    return head.getOutputShapes(trunk.getOutputShapes(inputShapes));
  }
}
