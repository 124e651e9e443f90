package io.perceiver.internal.plugin;

import io.perceiver.api.PerceiverException;

/** A name that no installed plugin has; the message lists those that are, nearest first. */
public class UnknownPluginException extends PerceiverException {
  private static final long serialVersionUID = 1;

  /** Creates the exception with a message that lists the installed names. */
  public UnknownPluginException(String message) {
    super(message);
  }
}
