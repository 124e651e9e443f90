package io.perceiver.api;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A problem that the caller can fix in the code, the configuration or the data; the message is
 * written for the person who does. Cases that a program may want to tell apart have types of their
 * own:
 *
 * <ul>
 *   <li>{@link InvalidSpecException}: mistakes in a configuration, manifest or spec, all of them;
 *   <li>{@link ModelClosedException}: a model was used after it was closed;
 *   <li>{@link WorkInterruptedException}: the thread was interrupted, or the process is ending.
 * </ul>
 *
 * <p>An example whose bytes cannot be read is an {@link UnreadableExampleException}, which is an
 * {@code IOException}. A {@link FaultException} is none of these: it reports a fault of this
 * library or of a plugin.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class PerceiverException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception with a message that says what is wrong, with which value, and what is
   * allowed.
   */
  public PerceiverException(String message) {
    super(message);
  }

  /** Creates the exception with its cause. */
  public PerceiverException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
