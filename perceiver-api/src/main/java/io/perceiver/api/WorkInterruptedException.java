package io.perceiver.api;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Signals that work ended early because its thread was interrupted, or because the Java process is
 * shutting down. Nothing is wrong with the work. After an interrupt the thread's interrupted flag
 * is set.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class WorkInterruptedException extends PerceiverException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what was interrupted
   */
  public WorkInterruptedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
