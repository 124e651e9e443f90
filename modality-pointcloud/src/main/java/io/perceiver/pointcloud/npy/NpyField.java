package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.TextScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One number of a point and where it lies in the point's bytes.
 *
 * @param name as a structured array gives it; empty without one
 * @param type of the number
 * @param offset from the point's first byte
 */
record NpyField(String name, NpyType type, int offset) {
  private static final int MOST = 1024;

  // ('x', '<f4'), without a shape of its own or a title
  private static final Pattern FIELD =
      Pattern.compile("\\s*+\\(\\s*+'([^']*+)'\\s*+,\\s*+'([^']*+)'\\s*+,?+\\s*+\\)\\s*+,?+\\s*+");

  /**
   * The fields of a structured type.
   *
   * @param list what stands between the brackets, such as {@code ('x', '<f4'), ('y', '<f4')}
   * @throws UnreadableExampleException if there are none or they hold anything but one number or
   *     text each
   */
  static List<NpyField> of(FileBytes file, String list) throws UnreadableExampleException {
    List<NpyField> fields = new ArrayList<>();
    Matcher field = FIELD.matcher(list);
    int end = 0;
    int offset = 0;
    while (fields.size() < MOST && field.find() && field.start() == end) {
      NpyType type = NpyType.of(file, field.group(2));
      fields.add(new NpyField(field.group(1), type, offset));
      offset += type.bytes();
      end = field.end();
    }
    if (end != list.length() || fields.isEmpty()) {
      throw file.refused(
          "a structured array of the fields ["
              + TextScanner.shown(list)
              + "]; expected one number each, such as ('x', '<f4')");
    }
    return fields;
  }
}
