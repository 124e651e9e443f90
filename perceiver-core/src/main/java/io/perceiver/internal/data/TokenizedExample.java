package io.perceiver.internal.data;

import org.jspecify.annotations.Nullable;

/**
 * The elements of one modality of one example. Its arrays are not written to once it is made.
 *
 * @param elements how many there are, at least 1
 * @param content (index, channel), row-major
 * @param positions (index, axis), row-major; empty where all examples share them
 * @param hidden by index, true = to be replaced by a learned vector; null for none
 */
public record TokenizedExample(
    int elements, float[] content, float[] positions, boolean @Nullable [] hidden) {

  /** Creates one with no element hidden. */
  public TokenizedExample(int elements, float[] content, float[] positions) {
    this(elements, content, positions, null);
  }

  /** Memory that its numbers take. */
  long memoryBytes() {
    return ((long) content.length + positions.length) * Float.BYTES;
  }

  /** Returns a copy with such elements hidden. */
  public TokenizedExample hiding(boolean @Nullable [] elementsHidden) {
    return new TokenizedExample(elements, content, positions, elementsHidden);
  }
}
