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
    if (more > 0 && !isLineEnd(file, offset, more)) {
      throw goesOn(file, offset, announced);
    }
  }

  /**
   * Makes sure that nothing follows the data but one line end, or zero bytes, however many: the
   * Point Cloud Library makes files longer than their data.
   *
   * @param offset where the data that the header announces end
   * @param announced what the header says, such as {@code 8 points}
   * @throws UnreadableExampleException if more follows
   */
  public static void checkPadded(FileBytes file, int offset, String announced)
      throws UnreadableExampleException {
    for (int at = offset; at < file.size(); at++) {
      if (file.bytes()[at] != 0 && !isLineEnd(file, offset, file.size() - offset)) {
        throw goesOn(file, offset, announced);
      }
    }
  }

  private static boolean isLineEnd(FileBytes file, int offset, int more) {
    return (more == 1 && file.has(offset, "\n")) || (more == 2 && file.has(offset, "\r\n"));
  }

  private static UnreadableExampleException goesOn(FileBytes file, int offset, String announced) {
    return file.refused(
        "its header says "
            + announced
            + ", which end at byte "
            + offset
            + ", but "
            + (file.size() - offset)
            + " more bytes follow");
  }
}
