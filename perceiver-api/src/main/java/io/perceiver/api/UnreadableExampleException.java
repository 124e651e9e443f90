package io.perceiver.api;

import java.io.IOException;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** An example whose bytes are not what they should be. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class UnreadableExampleException extends IOException {
  private static final long serialVersionUID = 1;

  /** Creates the exception with the source's name and what is wrong with its bytes. */
  public UnreadableExampleException(String source, String reason) {
    this(source, reason, null);
  }

  /** Creates the exception with its cause. */
  public UnreadableExampleException(String source, String reason, @Nullable Throwable cause) {
    super(source + ": " + reason, cause);
  }
}
