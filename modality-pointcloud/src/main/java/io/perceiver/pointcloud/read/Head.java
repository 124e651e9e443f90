package io.perceiver.pointcloud.read;

import io.perceiver.api.FileKind;
import java.util.Arrays;

/**
 * The bytes by which a file's format is told: the first {@value FileKind#HEAD_BYTES}, also of a
 * longer file, so that looking at the start of a file and reading it come to the same.
 */
public final class Head {
  private Head() {}

  /** Returns the whole words at the start of a file under the same name; all of a shorter file. */
  public static FileBytes of(FileBytes file) {
    if (file.size() < FileKind.HEAD_BYTES) {
      return file;
    }
    int end = FileKind.HEAD_BYTES;
    while (end > 0 && file.bytes()[end - 1] > ' ') {
      end--;
    }
    return new FileBytes(
        file.name(), Arrays.copyOf(file.bytes(), end > 0 ? end : FileKind.HEAD_BYTES));
  }
}
