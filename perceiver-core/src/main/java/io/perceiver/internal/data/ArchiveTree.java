package io.perceiver.internal.data;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A zip or tar that stands for a folder. If everything in it but litter lies in one top folder, as
 * packing a folder gives, that folder is the tree, unless it is named like a split. Thread-safe.
 */
public final class ArchiveTree implements FileTree {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveTree.class);

  private final Archive archive;
  private final String name;
  private final Optional<String> namedFile;
  private final String root;

  private ArchiveTree(Archive archive, String name, Optional<String> namedFile, String root) {
    this.archive = archive;
    this.name = name;
    this.namedFile = namedFile;
    this.root = root;
  }

  /** The whole archive as a tree. */
  static ArchiveTree of(Archive archive) {
    String root = topFolder(archive);
    if (!root.isEmpty()) {
      Skipped.litter(archive.files().stream().filter(file -> !file.startsWith(root)).toList())
          .ifPresent(skipped -> LOG.warn("{}: beside {}: {}", archive.name(), root, skipped));
    }
    return new ArchiveTree(archive, archive.name(), Optional.empty(), root);
  }

  /**
   * The tree that a path in the archive names: that of the folder, or the file's folder.
   *
   * @return empty if there is neither file nor folder
   */
  static Optional<ArchiveTree> at(Archive archive, String path) {
    String shown = archive.name() + Archive.INSIDE + path;
    if (archive.find(path, shown).isPresent()) {
      String root = path.substring(0, path.lastIndexOf('/') + 1);
      return Optional.of(
          new ArchiveTree(archive, shown, Optional.of(path.substring(root.length())), root));
    }
    String folder = path.endsWith("/") ? path : path + "/";
    return archive.files().stream().anyMatch(file -> file.startsWith(folder))
        ? Optional.of(new ArchiveTree(archive, shown, Optional.empty(), folder))
        : Optional.empty();
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
        .filter(file -> file.startsWith(root))
        .map(file -> file.substring(root.length()))
        .toList();
  }

  /**
   * {@inheritDoc}
   *
   * @throws PerceiverException if the path leaves the archive or enters an archive within it
   */
  @Override
  public Optional<ExampleSource> find(String path) {
    if (path.contains(Archive.INSIDE)) {
      throw new PerceiverException(
          "'%s' is in an archive within the archive %s; unpack the outer one"
              .formatted(path, archive.name()));
    }
    return archive.find(inside(archive.name(), root + path), path);
  }

  /**
   * A path without {@code .} and {@code ..}.
   *
   * @throws PerceiverException if it leaves the archive
   */
  public static String inside(String archive, String path) {
    if (!path.contains("./") && !path.endsWith(".")) {
      return path;
    }
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        if (parts.pollLast() == null) {
          throw new PerceiverException("'" + path + "' leaves the archive " + archive);
        }
      } else if (!part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }

  private static String topFolder(Archive archive) {
    Set<String> tops =
        archive.files().stream()
            .filter(file -> !Litter.is(file))
            .map(file -> file.substring(0, file.indexOf('/') + 1))
            .collect(Collectors.toCollection(TreeSet::new));
    String top = tops.size() == 1 ? tops.iterator().next() : "";
    return top.isEmpty() || Splits.isUsual(top.substring(0, top.length() - 1)) ? "" : top;
  }
}
