package io.perceiver.data;

import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.Litter;
import io.perceiver.internal.data.Skipped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a tree of class folders, sorted out.
 *
 * @param examples the files in class folders, with class and split, sorted by path
 * @param skipped all other files, by reason
 */
record ClassFolders(List<ClassFile> examples, List<Skipped> skipped) {
  static final String OUTSIDE = "in no class folder";
  static final String UNLISTED = "in none of the split lists";

  /**
   * Sorts out a tree.
   *
   * @param lists {@code auto}, {@code none} or the name of the split lists to use
   * @throws PerceiverException if the layout is none that is known, or fits two
   */
  public static ClassFolders of(FileTree tree, String lists) throws IOException {
    List<String> all = tree.files();
    List<String> files = all.stream().filter(file -> !Litter.is(file)).toList();
    FolderLayout layout = FolderLayout.of(tree.name(), files);
    List<ClassFile> examples = files.stream().filter(layout::holds).map(layout::place).toList();
    Optional<List<ClassFile>> listed = listed(tree, lists, layout, files, examples);
    Set<String> taken = new HashSet<>();
    listed.orElse(examples).forEach(example -> taken.add(example.path()));
    List<Skipped> skipped = new ArrayList<>();
    Skipped.litter(all).ifPresent(skipped::add);
    Skipped.of(OUTSIDE, files.stream().filter(file -> !layout.holds(file)).toList())
        .ifPresent(skipped::add);
    Skipped.of(
            UNLISTED,
            files.stream().filter(file -> layout.holds(file) && !taken.contains(file)).toList())
        .ifPresent(skipped::add);
    return new ClassFolders(listed.orElse(examples), skipped);
  }

  private static Optional<List<ClassFile>> listed(
      FileTree tree,
      String setting,
      FolderLayout layout,
      List<String> files,
      List<ClassFile> examples)
      throws IOException {
    if (setting.equals(SplitLists.NONE)) {
      return Optional.empty();
    }
    List<SplitLists> lists = SplitLists.among(files);
    if (!setting.equals(SplitLists.AUTO)) {
      SplitLists named = SplitLists.named(tree.name(), setting, lists);
      if (layout != FolderLayout.CLASSES) {
        throw new PerceiverException(
            "data.lists: '%s' is not allowed; the splits of %s are folders; allowed: %s"
                .formatted(setting, tree.name(), SplitLists.NONE));
      }
      return Optional.of(named.read(tree, files));
    }
    if (layout != FolderLayout.CLASSES || lists.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        lists.size() == 1 ? lists.get(0).read(tree, files) : whole(tree, lists, files, examples));
  }

  /** Of several lists, the only ones that name every file. */
  private static List<ClassFile> whole(
      FileTree tree, List<SplitLists> lists, List<String> files, List<ClassFile> examples)
      throws IOException {
    List<List<ClassFile>> whole = new ArrayList<>();
    for (SplitLists each : lists) {
      List<ClassFile> listed = each.read(tree, files);
      if (listed.size() == examples.size()) {
        whole.add(listed);
      }
    }
    if (whole.size() != 1) {
      throw new PerceiverException(
          "%s: holds several lists of splits (%s); name one as data.lists, or %s for none"
              .formatted(
                  tree.name(),
                  String.join(", ", lists.stream().map(SplitLists::name).toList()),
                  SplitLists.NONE));
    }
    return whole.get(0);
  }
}
