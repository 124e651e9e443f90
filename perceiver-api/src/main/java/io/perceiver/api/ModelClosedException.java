package io.perceiver.api;

import org.apiguardian.api.API;

/** A model was asked for something after it was closed, or while it was being closed. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public class ModelClosedException extends PerceiverException {
  private static final long serialVersionUID = 1;

  /** Creates the exception. */
  public ModelClosedException() {
    super("model is closed; load it again to use it");
  }
}
