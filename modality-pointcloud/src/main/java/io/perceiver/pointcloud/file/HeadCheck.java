package io.perceiver.pointcloud.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.bin.BinFile;
import io.perceiver.pointcloud.hdf5.H5Clouds;
import io.perceiver.pointcloud.npy.NpyFile;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteOrder;
import java.util.Optional;

/** Refuses by its first bytes a file that could not be read. */
public final class HeadCheck {
  // a binary STL may begin with anything: 80 bytes, a number of triangles, 50 bytes each
  private static final int STL_COUNT_AT = 80;
  private static final int STL_HEADER = 84;
  private static final int STL_TRIANGLE = 50;

  private HeadCheck() {}

  /**
   * Looks at the first bytes of a file.
   *
   * @param head the first bytes, or all of a shorter file
   * @param size of the whole file
   * @throws UnreadableExampleException if reading it would surely be refused
   */
  public static void check(FileBytes head, long size, ReadOptions options)
      throws UnreadableExampleException {
    if (head.size() == 0) {
      throw head.foreign();
    }
    if (H5Clouds.matches(head)) {
      return;
    }
    if (size > options.maxBytes()) {
      throw head.tooLarge(options);
    }
    FileBytes start = head.withoutByteOrderMark();
    Optional<PointFileFormat> format = PointFileFormat.of(start);
    if (format.isEmpty()) {
      checkUnknown(start, size);
    } else {
      check(format.get(), start, size, options);
    }
  }

  private static void check(PointFileFormat format, FileBytes head, long size, ReadOptions options)
      throws UnreadableExampleException {
    switch (format) {
      case NPY -> NpyFile.check(head, size, options);
      case BIN -> BinFile.check(head, size, options);
      case STL -> {
        if (hasZeroByte(head) && !hasSizeOfStl(head, size)) {
          throw head.refused(
              "as binary STL its number of triangles does not fit its size of " + size + " bytes");
        }
      }
      case TEXT -> {
        if (head.isForeign()) {
          throw head.foreign();
        }
      }
      default -> {}
    }
  }

  /** Comments may fill the head of a text, so only what is not text is refused. */
  private static void checkUnknown(FileBytes head, long size) throws UnreadableExampleException {
    boolean whole = head.size() >= size;
    boolean binary = head.isForeign() || hasZeroByte(head);
    if (whole || (binary && !hasSizeOfStl(head, size))) {
      throw head.foreign();
    }
  }

  private static boolean hasZeroByte(FileBytes head) {
    for (byte each : head.bytes()) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasSizeOfStl(FileBytes head, long size) {
    if (head.size() < STL_HEADER) {
      return false;
    }
    long triangles = head.from(STL_COUNT_AT, ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
    return size == STL_HEADER + STL_TRIANGLE * triangles;
  }
}
