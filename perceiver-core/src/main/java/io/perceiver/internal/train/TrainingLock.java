package io.perceiver.internal.train;

import io.perceiver.api.PerceiverException;
import java.util.concurrent.atomic.AtomicReference;

/** One training at a time in a JVM: DJL's engine collects the gradients of one. */
final class TrainingLock {
  private static final AtomicReference<String> HOLDER = new AtomicReference<>();

  private TrainingLock() {}

  /**
   * Takes the lock.
   *
   * @param run the run's name
   * @throws PerceiverException naming the run that holds it
   */
  static void acquire(String run) {
    if (!HOLDER.compareAndSet(null, run)) {
      throw new PerceiverException(
          "'"
              + run
              + "' cannot train while '"
              + HOLDER.get()
              + "' trains in this JVM: the engine collects the gradients of one training at a"
              + " time; wait for it, stop it, or use another process");
    }
  }

  /** Gives the lock back. */
  static void release() {
    HOLDER.set(null);
  }
}
