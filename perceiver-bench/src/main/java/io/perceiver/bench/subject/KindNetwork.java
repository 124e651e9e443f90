package io.perceiver.bench.subject;

import ai.djl.ndarray.NDManager;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Head;
import io.perceiver.api.position.NoPositions;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Perceiver;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.train.DeviceBatch;
import io.perceiver.train.Model;
import java.util.LinkedHashMap;
import java.util.Map;

/** The network of one kind of layer, initialized, with a batch. */
public final class KindNetwork implements AutoCloseable {
  private final LayerKind kind;
  private final Perceiver network;
  private final NDManager memory;
  private final Subject subject;
  private final DeviceBatch batch;
  private final int size;

  /**
   * Makes it.
   *
   * @param size examples of the batch
   */
  public KindNetwork(LayerKind kind, RunConfig config, int size, long seed, Compute compute) {
    this.kind = kind;
    this.size = size;
    PluginRegistry plugins = ModelOptions.plugins();
    Map<String, Head> heads = new LinkedHashMap<>();
    config.heads().forEach((name, section) -> heads.put(name, section.create(plugins)));
    if (heads.isEmpty()) {
      throw new PerceiverException("the model has no head, so it cannot be trained; give it one");
    }
    network = network(config, heads, plugins, compute);
    memory = compute.newManager();
    network.initialize(memory, compute.dataType(), seed);
    Model model = Model.of(network, heads, compute);
    subject = new Subject(model);
    batch = DrawnBatch.of(network, model.outputs(), size, seed, memory);
  }

  private Perceiver network(
      RunConfig config, Map<String, Head> heads, PluginRegistry plugins, Compute compute) {
    Perceiver.Builder builder =
        Perceiver.builder().trunk(kind.trunk(config.model())).kernels(compute.kernels());
    if (kind == LayerKind.LATENT) {
      builder.grid("element", 1, new NoPositions(), 1);
    } else {
      ModelAssembler.network(config, plugins, compute.kernels())
          .inputs()
          .forEach(builder::modality);
      builder.fusion(config.fusion());
    }
    heads.forEach(builder::head);
    return builder.build();
  }

  /** Which it is. */
  public LayerKind kind() {
    return kind;
  }

  /** FLOPs of one forward pass over the batch, as the kernels do them. */
  public double executedFlops() {
    return (double) ModelDescription.of(network, size).executedFlops() * size;
  }

  /**
   * FLOPs of forward and backward pass over the batch, as the kernels do them, without what is
   * computed again.
   */
  public double trainingFlops() {
    return (double) ModelDescription.of(network, size).trainingFlops() * size;
  }

  /** FLOPs of one forward pass over the batch, by the plain formula. */
  public double modelFlops() {
    return (double) ModelDescription.of(network, size).modelFlops() * size;
  }

  /** A forward pass. */
  public void forward() {
    subject.forward(batch);
  }

  /** The nanoseconds of forward, loss and backward; what follows does not concern the layers. */
  public long forwardAndBackward() {
    StepTimes times = subject.step(batch);
    return times.forward() + times.backward();
  }

  @Override
  public void close() {
    subject.close();
    memory.close();
  }
}
