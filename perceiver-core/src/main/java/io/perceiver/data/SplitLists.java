package io.perceiver.data;

import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.Utf8Text;
import io.perceiver.internal.text.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text files beside class folders that say which file is in which split, a name on each line:
 * {@code modelnet40_train.txt} and {@code modelnet40_test.txt}, as ModelNet40 resampled with
 * normals ships.
 *
 * @param name the part they have in common, {@code modelnet40}; empty for {@code train.txt}
 * @param paths of the lists, by canonical split
 */
record SplitLists(String name, Map<String, String> paths) {
  /** The setting that means: lists are used if there are some. */
  static final String AUTO = "auto";

  /** The setting that means: lists are not used. */
  static final String NONE = "none";

  private static final Pattern LIST =
      Pattern.compile("(?:(.+)[-_.])?([a-z]+)\\.txt", Pattern.CASE_INSENSITIVE);

  /** The lists among the files of a tree's top folder: those of train and test, and more. */
  static List<SplitLists> among(List<String> files) {
    Map<String, Map<String, String>> found = new TreeMap<>();
    for (String file : files) {
      Matcher list = LIST.matcher(file);
      if (!file.contains("/") && list.matches() && Splits.isUsual(list.group(2))) {
        String name = list.group(1) == null ? "" : list.group(1);
        found
            .computeIfAbsent(name, n -> new TreeMap<>())
            .put(Splits.canonical(list.group(2)), file);
      }
    }
    List<SplitLists> lists = new ArrayList<>();
    found.forEach(
        (name, paths) -> {
          if (paths.containsKey(Splits.TRAIN) && paths.containsKey(Splits.TEST)) {
            lists.add(new SplitLists(name, paths));
          }
        });
    return lists;
  }

  /**
   * The lists of a name.
   *
   * @throws PerceiverException if there are none; names those that there are
   */
  static SplitLists named(String tree, String name, List<SplitLists> lists) {
    List<String> names = lists.stream().map(SplitLists::name).toList();
    return lists.stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new PerceiverException(
                    "data.lists: '%s' is not allowed; %s holds no files %s_train.txt and"
                            .formatted(name, tree, name)
                        + " %s_test.txt; allowed: %s, %s%s.%s"
                            .formatted(
                                name,
                                AUTO,
                                NONE,
                                names.isEmpty() ? "" : ", " + String.join(", ", names),
                                Nearest.question(name, names))));
  }

  /**
   * Reads the lists and finds what they name.
   *
   * @throws PerceiverException naming every line whose file is missing, listed twice, or not
   *     certain
   */
  List<ClassFile> read(FileTree tree, List<String> files) throws IOException {
    ListedFiles listed = new ListedFiles(tree.name(), files);
    for (Map.Entry<String, String> list : paths.entrySet()) {
      String path = list.getValue();
      try (BufferedReader lines =
          Utf8Text.open(
              tree.find(path).orElseThrow(() -> new PerceiverException(path + ": vanished")))) {
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          number++;
          if (!line.isBlank()) {
            listed.add(path + " line " + number, line.strip(), list.getKey());
          }
        }
      } catch (CharacterCodingException e) {
        throw Utf8Text.notUtf8(path, e);
      }
    }
    return listed.files();
  }
}
