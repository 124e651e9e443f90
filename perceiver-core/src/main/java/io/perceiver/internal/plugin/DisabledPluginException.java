package io.perceiver.internal.plugin;

import io.perceiver.api.PerceiverException;

/** The name of a plugin that was set aside; the message has its jar and the reason. */
public class DisabledPluginException extends PerceiverException {
  private static final long serialVersionUID = 1;

  /** Creates the exception with a message that has jar and reason. */
  public DisabledPluginException(String message) {
    super(message);
  }
}
