package io.perceiver.api;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A fault of this library or of a plugin: neither the caller nor the data can mend it. Unlike a
 * {@link PerceiverException} it is worth a report to whoever wrote the code that its cause points
 * at.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what failed
   * @param cause what it failed with
   */
  public FaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
