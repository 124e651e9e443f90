package io.perceiver.internal.files;

import java.util.List;

/**
 * What a file says of one tensor.
 *
 * @param name its name
 * @param type what its elements are
 * @param shape size of each axis, slowest first; empty for a single number
 * @param begin its first byte, counted from the end of the header
 * @param end one past its last byte
 */
public record TensorInfo(String name, ElementType type, List<Long> shape, long begin, long end) {

  /** Keeps its own copy of the shape. */
  public TensorInfo {
    shape = List.copyOf(shape);
  }

  /** Number of elements. */
  public long elements() {
    return (end - begin) / type.width();
  }

  /** Number of bytes. */
  public long bytes() {
    return end - begin;
  }

  /** The shape as a new array. */
  public long[] dimensions() {
    return shape.stream().mapToLong(Long::longValue).toArray();
  }
}
