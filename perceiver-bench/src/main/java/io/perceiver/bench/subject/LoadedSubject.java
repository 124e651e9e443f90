package io.perceiver.bench.subject;

import io.perceiver.config.RunConfig;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Perceiver;
import io.perceiver.run.LoadedModel;
import io.perceiver.run.ModelAssembler;
import java.io.IOException;

/** The Perceiver of a configuration, with its first weights, and a made-up batch for it. */
public final class LoadedSubject implements AutoCloseable {
  private final LoadedModel model;
  private final Subject subject;
  private final ai.djl.ndarray.NDManager memory;
  private final Batch batch;

  /**
   * Makes the model.
   *
   * @param size examples of the batch
   * @throws io.perceiver.api.PerceiverException if the configuration leaves classes open, or parts
   *     do not fit together
   */
  public LoadedSubject(RunConfig config, int size, long seed, Compute compute) {
    model = new ModelAssembler(ModelOptions.plugins(), compute).assemble(config.withSeed(seed));
    subject = new Subject(Network.of(network()), model.model().heads(), compute);
    memory = compute.newManager();
    batch = Batch.drawn(network(), model.model().heads(), size, seed, memory);
  }

  /** The Perceiver. */
  public Perceiver network() {
    return model.model().network();
  }

  /** The model with its heads. */
  public LoadedModel model() {
    return model;
  }

  /** The batch. */
  public Batch batch() {
    return batch;
  }

  /** One forward pass over the batch. */
  public void forward() {
    subject.forward(batch);
  }

  /** One training step on the batch. */
  public StepTimes step() {
    return subject.step(batch);
  }

  /** One training step on the batch, with activation checkpointing. */
  public StepTimes checkpointedStep() {
    return subject.checkpointedStep(batch);
  }

  @Override
  public void close() throws IOException {
    subject.close();
    memory.close();
    model.close();
  }
}
