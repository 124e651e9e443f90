package io.perceiver.pointcloud.hdf5;

import io.perceiver.api.FileTree;
import io.perceiver.api.Problems;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which HDF5 file of a folder is for what: by the lists of files there are, or else by the words of
 * the files' names. Used by one thread.
 */
final class H5Splits {
  private static final List<String> ENDINGS = List.of(".h5", ".hdf5");

  /** In the order in which their lists are read. */
  private static final List<String> NAMES = List.of("train", "validation", "test");

  /** Words of names, and the split each stands for. */
  private static final Map<String, String> WORDS =
      Map.of(
          "train", "train",
          "training", "train",
          "val", "validation",
          "valid", "validation",
          "validation", "validation",
          "test", "test",
          "testing", "test");

  private final Map<String, String> splits = new TreeMap<>();
  private final Problems problems = new Problems("");

  /** Lines without a file; where no line has one, the lists are of another place. */
  private final List<String> missing = new ArrayList<>();

  private H5Splits() {}

  /**
   * Looks through a folder.
   *
   * @throws IOException if its files cannot be listed or a list not be read
   */
  static H5Splits of(FileTree files) throws IOException {
    H5Splits found = new H5Splits();
    List<String> candidates =
        files.files().stream().filter(file -> ENDINGS.stream().anyMatch(file::endsWith)).toList();
    if (!candidates.isEmpty()) {
      for (String split : NAMES) {
        for (String list : H5Listing.named(files, list(split))) {
          for (String line : H5Listing.lines(files, list)) {
            found.addListed(line, list, split, candidates);
          }
        }
      }
      if (found.isEmpty()) {
        candidates.forEach(found::addByName);
      } else {
        found.missing.forEach(found.problems::add);
      }
    }
    return found;
  }

  /** Whether there is neither a file with a split nor a problem. */
  boolean isEmpty() {
    return splits.isEmpty() && problems.isEmpty();
  }

  /** The split of every file that has one, in the order of their names. */
  Map<String, String> byFile() {
    return splits;
  }

  /** Files that have two splits, and lines that fit two files or none. */
  List<String> problems() {
    return problems.all();
  }

  private static String list(String split) {
    return split + "_files.txt";
  }

  /**
   * Lists name files beside them, or from elsewhere, {@code data/modelnet/a.h5}, so that the ends
   * of paths count.
   */
  private void addListed(String line, String list, String split, List<String> candidates) {
    String beside = list.substring(0, list.lastIndexOf('/') + 1) + line;
    if (candidates.contains(beside)) {
      put(beside, split);
      return;
    }
    List<String> best = new ArrayList<>();
    int most = 1;
    for (String candidate : candidates) {
      int same = sameEnd(candidate, line);
      if (same > most) {
        best.clear();
        most = same;
      }
      if (same == most) {
        best.add(candidate);
      }
    }
    if (best.size() > 1) {
      problems.add(
          list
              + ": '"
              + line
              + "' could be any of "
              + String.join(", ", best)
              + "; write more of its path");
    } else if (best.isEmpty()) {
      missing.add(list + ": there is no '" + line + "'; add it, or remove it from the list");
    } else {
      put(best.get(0), split);
    }
  }

  private void put(String file, String split) {
    String before = splits.putIfAbsent(file, split);
    if (before != null && !before.equals(split)) {
      problems.add(
          file
              + ": both "
              + list(before)
              + " and "
              + list(split)
              + " name it; a file is for one split only");
    }
  }

  /** Grows with how many of the last parts are the same, then if that is all of the path. */
  private static int sameEnd(String path, String line) {
    String[] a = path.split("/");
    String[] b = line.split("/");
    int same = 0;
    while (same < Math.min(a.length, b.length)
        && a[a.length - 1 - same].equals(b[b.length - 1 - same])) {
      same++;
    }
    return 2 * same + (same == a.length ? 1 : 0);
  }

  private void addByName(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    TreeSet<String> found = new TreeSet<>();
    Arrays.stream(name.split("[^\\p{L}]+"))
        .filter(WORDS::containsKey)
        .forEach(word -> found.add(WORDS.getOrDefault(word, word)));
    if (found.size() > 1) {
      problems.add(
          file
              + ": its name stands for "
              + String.join(" and ", found)
              + "; call it after one split, or list it in one of train_files.txt,"
              + " validation_files.txt and test_files.txt");
    } else if (!found.isEmpty()) {
      splits.put(file, found.first());
    }
  }
}
