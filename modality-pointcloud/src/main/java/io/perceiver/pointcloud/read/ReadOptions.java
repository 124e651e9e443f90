package io.perceiver.pointcloud.read;

import io.perceiver.pointcloud.cloud.Channel;
import java.util.Set;

/**
 * What is taken from a file.
 *
 * @param channels channels every point must have; others are skipped
 * @param maxPoints points of the largest file accepted
 * @param invalidPoints what happens to points of which a number is not finite
 */
public record ReadOptions(Set<Channel> channels, int maxPoints, InvalidPoints invalidPoints) {
  // a line of text or a row of doubles seldom needs 100 bytes; faces lie beside the points
  private static final int BYTES_PER_POINT = 256;
  private static final long BYTES_BESIDES = 16L << 20;

  /** Keeps its own copy. */
  public ReadOptions {
    channels = Set.copyOf(channels);
  }

  /** Bytes of the largest file accepted. */
  public int maxBytes() {
    return (int)
        Math.min(Integer.MAX_VALUE - 8L, BYTES_BESIDES + (long) BYTES_PER_POINT * maxPoints);
  }
}
