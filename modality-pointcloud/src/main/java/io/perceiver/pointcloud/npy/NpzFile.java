package io.perceiver.pointcloud.npy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TextScanner;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/**
 * Reads one array of an NPZ file: the only one, or the one that the setting {@code array} names.
 */
public final class NpzFile {
  private static final String ENDING = ".npz";
  private static final String ARRAY = ".npy";
  private static final int NAME_LENGTH_AT = 26;
  private static final int NAME_AT = 30;

  private NpzFile() {}

  /** Whether a file is a zip that is called NPZ or begins with an array. */
  public static boolean matches(FileBytes file) {
    return file.has(0, "PK\u0003\u0004")
        && (file.name().toLowerCase(Locale.ROOT).endsWith(ENDING) || beginsWithArray(file));
  }

  private static boolean beginsWithArray(FileBytes file) {
    if (file.size() < NAME_AT) {
      return false;
    }
    int length = file.from(0, ByteOrder.LITTLE_ENDIAN).getShort(NAME_LENGTH_AT) & 0xffff;
    return length > ARRAY.length() && file.has(NAME_AT + length - ARRAY.length(), ARRAY);
  }

  /**
   * Reads the points of the array.
   *
   * @throws UnreadableExampleException if there is no such array or more than one to choose from,
   *     or it is refused as an NPY file
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    List<NpzEntry> arrays =
        NpzDirectory.read(file).stream().filter(entry -> entry.name().endsWith(ARRAY)).toList();
    List<String> names = arrays.stream().map(NpzFile::arrayName).toList();
    int chosen = options.array().isEmpty() ? 0 : names.indexOf(options.array());
    if (chosen < 0 || arrays.isEmpty() || (options.array().isEmpty() && arrays.size() > 1)) {
      throw file.refused(
          "holds "
              + (arrays.isEmpty()
                  ? "no arrays"
                  : "the arrays " + TextScanner.shown(String.join(", ", names)))
              + (options.array().isEmpty()
                  ? "; name the one to read by the setting array"
                  : ", but the setting array names " + options.array()));
    }
    return NpyFile.read(arrays.get(chosen).content(file, options), options);
  }

  private static String arrayName(NpzEntry entry) {
    return entry.name().substring(0, entry.name().length() - ARRAY.length());
  }
}
