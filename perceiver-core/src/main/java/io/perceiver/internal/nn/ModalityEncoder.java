package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import io.perceiver.api.ByteArray;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Positions;
import io.perceiver.api.head.ModelInput;
import io.perceiver.api.layer.Layer;
import io.perceiver.nn.ModalityInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One modality's way into the byte array: its adapter, then its position channels appended to every
 * element (Perceiver §3.2).
 */
public final class ModalityEncoder extends Layer {
  private final ModalityInput input;
  private final ByteArraySpec adapted;
  private final @Nullable Block adapter;
  private final @Nullable Block positions;

  private volatile @Nullable Shared shared;
  private @Nullable NDManager owner;

  /** The positions all examples share and, where nothing is learned, their code; the owner's. */
  private record Shared(NDArray positions, @Nullable NDArray code) {}

  /** Creates one for one modality. */
  public ModalityEncoder(ModalityInput input) {
    this.input = input;
    adapted = input.adapted();
    adapter =
        input.adapter().isIdentity()
            ? null
            : addChildBlock("adapter", input.adapter().block(input.spec()));
    positions =
        input.positionEncoding().channels(adapted) == 0
            ? null
            : addChildBlock("positions", input.positionEncoding().block(adapted));
  }

  /**
   * Encodes a batch.
   *
   * @param bytes its positions may be null where the spec shares them
   * @return (batch, index, channel), position channels last; owned by the manager of the content
   */
  public NDArray forward(ParameterStore parameters, ByteArray bytes, boolean training) {
    NDArray content = bytes.content();
    boolean partial = bytes.mask() != null || bytes.hidden() != null;
    if (partial && adapted.maxElements() != input.spec().maxElements()) {
      throw new PerceiverException(
          "this modality's input adapter changes the number of elements, so its batches can have no"
              + " mask and no hidden elements; examples must be complete and of full length");
    }
    Shapes.check("byte array", content, "(batch, index, channel)", -1, -1, input.spec().channels());
    if (adapter != null) {
      content = adapter.forward(parameters, new NDList(content), training).singletonOrThrow();
    }
    if (positions == null) {
      return content;
    }
    NDArray code = code(parameters, positions, bytes.positions(), content, training);
    long batch = content.getShape().get(0);
    if (code.getShape().get(0) != batch) {
      code = code.broadcast(batch, code.getShape().get(1), code.getShape().get(2));
      // a result belongs to the manager of its first operand, here the model's
      code.attach(content.getManager());
    }
    return content.getShape().get(2) == 0 ? code : NDArrays.concat(new NDList(content, code), -1);
  }

  private NDArray code(
      ParameterStore parameters,
      Block block,
      @Nullable NDArray given,
      NDArray content,
      boolean training) {
    if (given != null) {
      return block.forward(parameters, new NDList(given), training).singletonOrThrow();
    }
    Shared known = shared(parameters, block);
    if (known.code() != null) {
      return first(known.code(), content);
    }
    NDArray used = first(known.positions(), content);
    return block.forward(parameters, new NDList(used), training).singletonOrThrow();
  }

  /** (1, index, …) of as many elements as the batch is long: a handle that goes with the batch. */
  private static NDArray first(NDArray shared, NDArray content) {
    NDArray used = shared.get(new NDIndex(":, 0:{}", content.getShape().get(1)));
    used.attach(content.getManager());
    return used;
  }

  /** Made at the first batch that gives no positions of its own, and kept. */
  private Shared shared(ParameterStore parameters, Block block) {
    Shared known = shared;
    if (known != null) {
      return known;
    }
    synchronized (this) {
      if (shared == null) {
        shared = share(parameters, block);
      }
      return shared;
    }
  }

  private Shared share(ParameterStore parameters, Block block) {
    if (owner == null) {
      throw new PerceiverException("the model is not initialized; call initialize first");
    }
    NDArray positionsArray = positions().array(owner);
    if (!block.getParameters().isEmpty()) {
      return new Shared(positionsArray, null);
    }
    try (NDManager scratch = owner.newSubManager()) {
      positionsArray.attach(scratch);
      NDArray code =
          block.forward(parameters, new NDList(positionsArray), false).singletonOrThrow();
      code.attach(owner);
      positionsArray.attach(owner);
      return new Shared(positionsArray, code);
    }
  }

  private Positions positions() {
    return adapted
        .sharedPositions()
        .orElseThrow(
            () ->
                new PerceiverException(
                    "the examples of this modality share no positions; give them with the batch"));
  }

  /** Returns what a head may know and borrow of it. */
  public ModelInput forHeads() {
    return new ModelInput(
        input.spec(),
        adapted,
        input.positionEncoding(),
        input.channels(),
        Optional.ofNullable(adapter),
        Optional.ofNullable(positions));
  }

  /** What it was made of. */
  public ModalityInput input() {
    return input;
  }

  @Override
  public void initialize(NDManager manager, DataType dataType, Shape... inputShapes) {
    owner = manager;
    super.initialize(manager, dataType, inputShapes);
  }

  @Override
  protected Shape[] childInputs(Block child, Shape... inputShapes) {
    ByteArraySpec spec = child == adapter ? input.spec() : adapted;
    int channels = child == adapter ? spec.channels() : spec.axes();
    return new Shape[] {new Shape(1, spec.maxElements(), channels)};
  }

  /** Takes the content alone, or content and positions. */
  @Override
  protected NDList forwardInternal(
      ParameterStore parameters,
      NDList inputs,
      boolean training,
      PairList<String, Object> options) {
    NDArray given = inputs.size() > 1 ? inputs.get(1) : null;
    return new NDList(forward(parameters, new ByteArray(inputs.head(), given, null), training));
  }

  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    long elements = adapter == null ? inputShapes[0].get(1) : adapted.maxElements();
    return new Shape[] {new Shape(inputShapes[0].get(0), elements, input.channels())};
  }
}
