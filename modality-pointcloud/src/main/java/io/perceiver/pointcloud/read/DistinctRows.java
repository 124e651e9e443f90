package io.perceiver.pointcloud.read;

import java.util.Arrays;

/**
 * Rows of numbers, each kept once: files that repeat a point for every corner become meshes of
 * shared points. Used by one thread.
 */
public final class DistinctRows {
  private static final int FIRST_GUESS = 256;
  private static final int NONE = -1;

  private final int width;
  private double[] rows;
  private int[] slots;
  private int size;

  /** Creates a set of rows of this many numbers. */
  public DistinctRows(int width) {
    this.width = width;
    this.rows = new double[FIRST_GUESS * width];
    this.slots = emptySlots(2 * FIRST_GUESS);
  }

  /** Returns the number of rows. */
  public int size() {
    return size;
  }

  /** Returns one number of a row. */
  public double get(int row, int column) {
    return rows[row * width + column];
  }

  /** Returns the index of a row, which is added if there is no equal one; -0 equals 0. */
  public int add(double... row) {
    int slot = slot(row, 0);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (2 * (size + 1) > slots.length) {
      grow();
      slot = slot(row, 0);
    }
    System.arraycopy(row, 0, rows, size * width, width);
    slots[slot] = size;
    return size++;
  }

  private int slot(double[] from, int offset) {
    int slot = hash(from, offset) & (slots.length - 1);
    while (slots[slot] != NONE && !isRow(slots[slot], from, offset)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private int hash(double[] from, int offset) {
    long hash = 0;
    for (int i = 0; i < width; i++) {
      // + 0.0 turns -0 into 0
      hash = (hash ^ Double.doubleToLongBits(from[offset + i] + 0.0)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return (int) (hash ^ hash >>> 32);
  }

  private boolean isRow(int row, double[] from, int offset) {
    for (int i = 0; i < width; i++) {
      double mine = rows[row * width + i];
      double other = from[offset + i];
      if (mine != other && !(Double.isNaN(mine) && Double.isNaN(other))) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    rows = Arrays.copyOf(rows, 2 * rows.length);
    slots = emptySlots(2 * slots.length);
    for (int row = 0; row < size; row++) {
      slots[slot(rows, row * width)] = row;
    }
  }

  private static int[] emptySlots(int count) {
    int[] slots = new int[count];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
