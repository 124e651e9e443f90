package io.perceiver.cli;

import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Ends a training in good order when the process is told to end: the step is finished, a checkpoint
 * is written, the summary printed.
 */
final class StopOnSignal {
  private static final long PATIENCE_SECONDS = 60;

  private final Runnable stop;
  private final PrintWriter err;
  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ending, "perceiver-stop");

  private StopOnSignal(Runnable stop, PrintWriter err) {
    this.stop = stop;
    this.err = err;
  }

  /**
   * Does something that can be asked to stop.
   *
   * @param stop asks it, from another thread
   * @param work returns soon after that
   */
  static <T> T during(Supplier<T> work, Runnable stop, PrintWriter err) {
    StopOnSignal signal = new StopOnSignal(stop, err);
    Runtime.getRuntime().addShutdownHook(signal.hook);
    try {
      return work.get();
    } finally {
      signal.end();
    }
  }

  private void ending() {
    err.println();
    err.println("Stopping after this step, and writing a checkpoint ...");
    stop.run();
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        err.println(
            "It took too long; the latest checkpoint is the one before. 'train --resume' goes on"
                + " from there.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void end() {
    done.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyEnding) {
      // the hook is what is waiting for this
    }
  }
}
