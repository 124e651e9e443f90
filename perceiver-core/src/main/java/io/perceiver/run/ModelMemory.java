package io.perceiver.run;

import com.sun.management.OperatingSystemMXBean;
import io.perceiver.api.LatentArraySpec;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.describe.MemoryEstimate;
import io.perceiver.internal.describe.ModelDescription;
import io.perceiver.nn.Perceiver;
import io.perceiver.train.TrainingConfig;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;

/**
 * Refuses a model that could not be held in memory, before anything is allocated for it: an engine
 * that runs out of memory may take the whole process with it.
 *
 * @param bytes of the machine's memory
 */
record ModelMemory(long bytes) {
  /** The estimate is one; what is refused must be beyond doubt. */
  private static final int DOUBT = 2;

  private static final double GIGABYTE = 1 << 30;

  /** The memory of this machine. */
  static ModelMemory ofMachine() {
    return new ModelMemory(
        ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean machine
            ? machine.getTotalMemorySize()
            : Long.MAX_VALUE / DOUBT);
  }

  /**
   * Checks a model.
   *
   * @param network not initialized
   * @param training how it is trained; its batch size counts in any case
   * @param trains whether it is about to be trained, or used only
   * @throws PerceiverException if it surely does not fit; names the keys and what would fit
   */
  void check(Perceiver network, TrainingConfig training, boolean trains) {
    if (!ModelDescription.isPossible(network)) {
      return; // a plugin's layer tells its size only once it is made
    }
    LongUnaryOperator needed =
        batch -> needed(network, (int) batch, training.activationCheckpointing(), trains);
    long most = DOUBT * bytes;
    if (needed.applyAsLong(training.batchSize()) > most) {
      throw new PerceiverException(message(network, training, needed, most, trains));
    }
  }

  private static long needed(Perceiver network, int batch, boolean recomputes, boolean trains) {
    MemoryEstimate estimate = ModelDescription.of(network, batch, recomputes).memory();
    long needed = trains ? estimate.training() : estimate.predicting();
    return needed < 0 ? Long.MAX_VALUE : needed; // beyond what a long can count
  }

  private String message(
      Perceiver network,
      TrainingConfig training,
      LongUnaryOperator needed,
      long most,
      boolean trains) {
    int batch = training.batchSize();
    LatentArraySpec latents = network.trunk().spec();
    List<String> ways = new ArrayList<>();
    long fits = batch;
    while (fits > 0 && needed.applyAsLong(fits) > most) {
      fits /= 2;
    }
    if (fits > 0) {
      ways.add("training.batchSize: " + fits + " would fit");
    } else {
      ways.add(
          "not even one example fits: make model.latents (%d), model.latentChannels (%d), layers, or the elements or position bands of the modalities smaller"
              .formatted(latents.latents(), latents.channels()));
    }
    if (trains && !training.activationCheckpointing()) {
      ways.add("training.activationCheckpointing: true needs less");
    }
    return "%s this model with training.batchSize %d takes about %s of memory; this machine has %s. %s. 'perceiver describe' shows where it goes"
        .formatted(
            trains ? "training" : "using",
            batch,
            size(needed.applyAsLong(batch)),
            size(bytes),
            String.join("; ", ways));
  }

  private static String size(long bytes) {
    return bytes == Long.MAX_VALUE ? "millions of GB" : "%,.1f GB".formatted(bytes / GIGABYTE);
  }
}
