package io.perceiver.it.broken.pytorch;

import io.perceiver.it.broken.internal.data.Shelf;

/** Looks behind core's face where it must not. */
final class UsesInternalData {
  private final Shelf shelf = new Shelf();

  Shelf shelf() {
    return shelf;
  }
}
