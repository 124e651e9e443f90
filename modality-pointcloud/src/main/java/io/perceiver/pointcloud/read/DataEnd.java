package io.perceiver.pointcloud.read;

import io.perceiver.api.UnreadableExampleException;

/** The end of binary data, after which a file must end too. */
public final class DataEnd {
  private DataEnd() {}

  /**
   * Makes sure that nothing follows the data but one line end, which is shorter than any point.
   *
   * @param offset where the data that the header announces end
   * @param announced what the header says, such as {@code 8 points}
   * @throws UnreadableExampleException if more follows
   */
  public static void check(FileBytes file, int offset, String announced)
      throws UnreadableExampleException {
    int more = file.size() - offset;
    boolean lineEnd =
        (more == 1 && file.has(offset, "\n")) || (more == 2 && file.has(offset, "\r\n"));
    if (more > 0 && !lineEnd) {
      throw file.refused(
          "its header says "
              + announced
              + ", which end at byte "
              + offset
              + ", but "
              + more
              + " more bytes follow");
    }
  }
}
