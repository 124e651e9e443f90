package io.perceiver.api;

import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Base of the exceptions whose message is written for the person who can mend the cause. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class PerceiverException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** With a message that says what is wrong, with which value, and what is allowed. */
  public PerceiverException(String message) {
    super(message);
  }

  /** With the cause kept. */
  public PerceiverException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
