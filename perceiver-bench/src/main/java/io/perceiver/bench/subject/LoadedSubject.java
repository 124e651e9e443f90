package io.perceiver.bench.subject;

import io.perceiver.config.RunConfig;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.Perceiver;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.train.DeviceBatch;
import java.io.IOException;

/** The Perceiver of a configuration, with its first weights, and a made-up batch for it. */
public final class LoadedSubject implements AutoCloseable {
  private final PerceiverModel model;
  private final Subject subject;
  private final ai.djl.ndarray.NDManager memory;
  private final DeviceBatch batch;

  /**
   * Makes the model.
   *
   * @param size examples of the batch
   * @throws io.perceiver.api.PerceiverException if the configuration leaves classes open, or parts
   *     do not fit together
   */
  public LoadedSubject(RunConfig config, int size, long seed, Compute compute) {
    model =
        new ModelAssembler(ModelOptions.plugins())
            .assemble(
                config.with(
                    c -> {
                      c.seed = seed;
                      c.device = "cpu";
                    }));
    subject = new Subject(model.trainable());
    memory = compute.newManager();
    batch = DrawnBatch.of(network(), model.trainable().outputs(), size, seed, memory);
  }

  /** The Perceiver. */
  public Perceiver network() {
    return model.network();
  }

  /** The model with its heads. */
  public PerceiverModel model() {
    return model;
  }

  /** The batch. */
  public DeviceBatch batch() {
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
