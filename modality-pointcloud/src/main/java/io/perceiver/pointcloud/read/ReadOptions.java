package io.perceiver.pointcloud.read;

import io.perceiver.pointcloud.cloud.Channel;
import java.util.List;
import java.util.Set;

/**
 * What is taken from a file.
 *
 * @param channels channels every point must have; others are skipped
 * @param maxPoints points of the largest file accepted
 * @param invalidPoints what happens to points of which a number is not finite
 * @param columns what the columns of files without names hold; empty to let the file tell
 * @param array the array to read of files of several; empty for the only one
 */
public record ReadOptions(
    Set<Channel> channels,
    int maxPoints,
    InvalidPoints invalidPoints,
    List<String> columns,
    String array) {
  // a line of text or a row of doubles seldom needs 100 bytes; faces lie beside the points
  private static final int BYTES_PER_POINT = 256;
  private static final long BYTES_BESIDES = 16L << 20;

  /** Keeps its own copies. */
  public ReadOptions {
    channels = Set.copyOf(channels);
    columns = List.copyOf(columns);
  }

  /** Creates options that let the file tell what its columns hold. */
  public ReadOptions(Set<Channel> channels, int maxPoints, InvalidPoints invalidPoints) {
    this(channels, maxPoints, invalidPoints, List.of(), "");
  }

  /** Returns the same options with other columns. */
  public ReadOptions withColumns(String... held) {
    return new ReadOptions(channels, maxPoints, invalidPoints, List.of(held), array);
  }

  /** Returns the same options with another array. */
  public ReadOptions withArray(String named) {
    return new ReadOptions(channels, maxPoints, invalidPoints, columns, named);
  }

  /** Bytes of the largest file accepted. */
  public int maxBytes() {
    return (int)
        Math.min(Integer.MAX_VALUE - 8L, BYTES_BESIDES + (long) BYTES_PER_POINT * maxPoints);
  }
}
