package io.perceiver.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A zip that stands for a folder. Where everything in it lies in one top folder, as zipping a
 * folder gives, that folder is the tree, unless it is named like a split. Thread-safe.
 */
final class ZipTree implements FileTree {
  private static final String MAC_EXTRAS = "__MACOSX/";

  private final ZipArchive archive;
  private final String name;
  private final Optional<String> namedFile;
  private final String root;

  private ZipTree(ZipArchive archive, String name, Optional<String> namedFile, String root) {
    this.archive = archive;
    this.name = name;
    this.namedFile = namedFile;
    this.root = root;
  }

  /** The tree of an archive; its root is the folder of the named file where there is one. */
  static ZipTree of(ZipArchive archive, String name, Optional<String> namedFile) {
    String root = namedFile.map(ZipTree::folderOf).orElseGet(() -> topFolder(archive));
    Optional<String> relative = namedFile.map(file -> file.substring(root.length()));
    String shown = namedFile.map(file -> name + FileTrees.IN_ZIP + file).orElse(name);
    return new ZipTree(archive, shown, relative, root);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<String> namedFile() {
    return namedFile;
  }

  @Override
  public List<String> files() {
    return archive.files().stream()
        .filter(file -> file.startsWith(root) && !file.startsWith(MAC_EXTRAS))
        .map(file -> file.substring(root.length()))
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws PerceiverException if the path leaves the zip or enters a zip within it
   */
  @Override
  public Optional<ExampleSource> find(String path) {
    if (path.contains(FileTrees.IN_ZIP)) {
      throw new PerceiverException(
          "'" + path + "' is in a zip within the zip " + name + "; unpack the outer one");
    }
    return archive.find(inside(name, root + path), path).map(entry -> entry);
  }

  /**
   * A path without {@code .} and {@code ..}.
   *
   * @throws PerceiverException if it leaves the zip
   */
  static String inside(String zip, String path) {
    if (!path.contains("./") && !path.endsWith(".")) {
      return path;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          throw new PerceiverException("'" + path + "' leaves the zip " + zip);
        }
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private static String folderOf(String entry) {
    return entry.substring(0, entry.lastIndexOf('/') + 1);
  }

  private static String topFolder(ZipArchive archive) {
    Set<String> tops =
        archive.files().stream()
            .filter(file -> !file.startsWith(MAC_EXTRAS))
            .map(file -> file.substring(0, file.indexOf('/') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    String top = tops.size() == 1 ? tops.iterator().next() : "";
    return top.isEmpty() || Splits.isUsual(top.substring(0, top.length() - 1)) ? "" : top;
  }
}
