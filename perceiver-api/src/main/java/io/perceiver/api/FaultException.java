package io.perceiver.api;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A fault of this library or of a plugin: neither the caller nor the data can fix it. Unlike a
 * {@link PerceiverException}, it should be reported to the author of the code that its cause points
 * to.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class FaultException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what failed
   * @param cause the exception behind it
   */
  public FaultException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
