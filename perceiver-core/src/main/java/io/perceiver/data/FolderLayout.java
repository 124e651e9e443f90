package io.perceiver.data;

import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.Splits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Which folders of a tree are classes and which are splits. Three layouts are known: {@code
 * CLASS/FILE}, {@code SPLIT/CLASS/FILE}, and {@code CLASS/SPLIT/FILE}, in which ModelNet ships. A
 * tree that could be read as two of them is refused.
 */
enum FolderLayout {
  /** {@code cat/1.png}. */
  CLASSES(0, -1),
  /** {@code train/cat/1.png}. */
  SPLITS_OF_CLASSES(1, 0),
  /** {@code cat/train/1.png}. */
  CLASSES_OF_SPLITS(0, 1);

  static final String ALLOWED =
      "expected train/CLASS/FILE and test/CLASS/FILE, or CLASS/train/FILE and CLASS/test/FILE, or"
          + " CLASS/FILE";
  private static final String ADVICE =
      "; " + ALLOWED + ". Move or rename what does not fit, or list the files in a manifest.csv";

  private final int classPart;
  private final int splitPart;

  FolderLayout(int classPart, int splitPart) {
    this.classPart = classPart;
    this.splitPart = splitPart;
  }

  /**
   * Finds the layout of files.
   *
   * @param tree its name, for messages
   * @param files of the tree, without litter
   * @throws PerceiverException if there is none, or the files fit two
   */
  static FolderLayout of(String tree, List<String> files) {
    List<String[]> paths =
        files.stream().map(file -> file.split("/")).filter(parts -> parts.length > 1).toList();
    Set<String> tops = names(paths.stream(), 0);
    if (tops.isEmpty()) {
      throw new PerceiverException(tree + ": holds no files in class folders; " + ALLOWED);
    }
    Set<String> others = new TreeSet<>(tops);
    others.removeIf(Splits::isUsual);
    if (others.isEmpty()) {
      return splitsOnTop(tree, paths);
    }
    if (others.size() < tops.size()) {
      tops.removeAll(others);
      throw new PerceiverException(
          "%s: holds both folders named like splits (%s) and others (%s)%s"
              .formatted(tree, shown(tops), shown(others), ADVICE));
    }
    return classesOnTop(tree, tops, paths);
  }

  /** Classes below splits; a class may itself be called "train", but not all of them. */
  private static FolderLayout splitsOnTop(String tree, List<String[]> paths) {
    List<String[]> inClasses = paths.stream().filter(parts -> parts.length > 2).toList();
    Set<String> classes = names(inClasses.stream(), 1);
    if (classes.isEmpty()) {
      throw new PerceiverException(tree + ": holds no files in class folders; " + ALLOWED);
    }
    if (classes.stream().allMatch(Splits::isUsual)) {
      throw new PerceiverException(
          "%s: holds folders named like splits at both levels (%s in %s)%s"
              .formatted(tree, shown(classes), shown(names(paths.stream(), 0)), ADVICE));
    }
    refuseDeeper(tree, paths, SPLITS_OF_CLASSES);
    return SPLITS_OF_CLASSES;
  }

  private static FolderLayout classesOnTop(String tree, Set<String> tops, List<String[]> paths) {
    Set<String> split = names(paths.stream().filter(FolderLayout::isInSplit), 0);
    List<String[]> beside = paths.stream().filter(parts -> !isInSplit(parts)).toList();
    if (!beside.isEmpty() && !split.isEmpty()) {
      throw halfSplit(tree, split, beside);
    }
    FolderLayout layout = split.isEmpty() ? CLASSES : CLASSES_OF_SPLITS;
    refuseWrapper(tree, tops, paths, layout);
    refuseDeeper(tree, paths, layout);
    return layout;
  }

  private static boolean isInSplit(String[] parts) {
    return parts.length > 2 && Splits.isUsual(parts[1]);
  }

  private static PerceiverException halfSplit(
      String tree, Set<String> split, List<String[]> beside) {
    Set<String> whole = names(beside.stream(), 0);
    whole.removeAll(split);
    List<String> loose =
        beside.stream()
            .filter(parts -> split.contains(parts[0]))
            .map(parts -> String.join("/", parts))
            .toList();
    List<String> found = new ArrayList<>();
    if (!whole.isEmpty()) {
      found.add("class folders without (" + shown(whole) + ")");
    }
    if (!loose.isEmpty()) {
      found.add(loose.size() + " files beside split folders (" + shown(loose) + ")");
    }
    return new PerceiverException(
        "%s: holds class folders with split folders in them (%s), but also %s%s"
            .formatted(tree, shown(split), String.join(" and ", found), ADVICE));
  }

  /** One top folder that holds a whole data set would become the only class. */
  private static void refuseWrapper(
      String tree, Set<String> tops, List<String[]> paths, FolderLayout layout) {
    int depth = layout == CLASSES ? 2 : 3;
    boolean wrapped =
        tops.size() == 1
            && paths.stream().allMatch(parts -> parts.length > depth)
            && (layout != CLASSES || names(paths.stream(), 1).size() > 1);
    if (wrapped) {
      throw new PerceiverException(
          "%s: everything lies in its one folder '%s', which would be the only class; name that"
                  .formatted(tree, tops.iterator().next())
              + " folder as data.path");
    }
  }

  /** A split folder below the class would be pooled with the others. */
  private static void refuseDeeper(String tree, List<String[]> paths, FolderLayout layout) {
    List<String> deeper =
        paths.stream()
            .filter(parts -> isSplitAfter(parts, Math.max(layout.classPart, layout.splitPart)))
            .map(parts -> String.join("/", parts))
            .toList();
    if (!deeper.isEmpty()) {
      throw new PerceiverException(
          "%s: %d files lie in folders named like splits that are too deep (%s)%s"
              .formatted(tree, deeper.size(), shown(deeper), ADVICE));
    }
  }

  private static boolean isSplitAfter(String[] parts, int part) {
    for (int i = part + 1; i < parts.length - 1; i++) {
      if (Splits.isUsual(parts[i])) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> names(Stream<String[]> paths, int part) {
    Set<String> names = new TreeSet<>();
    paths.forEach(parts -> names.add(parts[part]));
    return names;
  }

  private static String shown(Collection<String> names) {
    int shown = 5;
    String first = String.join(", ", names.stream().limit(shown).toList());
    return names.size() > shown ? first + " and " + (names.size() - shown) + " more" : first;
  }

  /** The class and split of a file; files outside class folders have neither. */
  boolean holds(String path) {
    return path.split("/").length > 1 + Math.max(classPart, splitPart);
  }

  /** The class and split of a file that the layout {@link #holds}. */
  ClassFile place(String path) {
    return ClassFile.at(path, classPart, splitPart);
  }
}
