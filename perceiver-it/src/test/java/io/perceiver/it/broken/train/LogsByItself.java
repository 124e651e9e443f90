package io.perceiver.it.broken.train;

import java.util.logging.Logger;

final class LogsByItself {
  private LogsByItself() {}

  static Logger log() {
    return Logger.getLogger("training");
  }
}
