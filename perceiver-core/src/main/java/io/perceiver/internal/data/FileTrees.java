package io.perceiver.internal.data;

import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Opens what a user named as the place of a data set. */
public final class FileTrees {
  /** Bytes one entry of a zip may inflate to, unless said otherwise. */
  public static final long LARGEST_ZIP_ENTRY = 1L << 30;

  private static final int SIBLINGS_SHOWN = 8;

  private FileTrees() {}

  /** Opens a path with the usual limit on zip entries; see {@link #open(Path, long)}. */
  public static FileTree open(Path path) throws IOException {
    return open(path, LARGEST_ZIP_ENTRY);
  }

  /**
   * Opens a folder, a file in a folder, a zip or tar that stands for a folder, or a file or folder
   * in one ({@code archive.zip!/manifest.csv}).
   *
   * @param largestZipEntry bytes one entry of a zip may inflate to
   * @throws PerceiverException if there is no such path; says where it looked and what is there
   * @throws IOException if it cannot be read, or is not the archive its name says
   */
  public static FileTree open(Path path, long largestZipEntry) throws IOException {
    if (Files.isDirectory(path)) {
      return new FolderTree(path, path.toString(), Optional.empty(), largestZipEntry);
    }
    if (Files.isRegularFile(path)) {
      return Archives.isArchive(path.toString())
          ? ArchiveTree.of(Archives.open(path, path.toString(), largestZipEntry))
          : new FolderTree(
              folderOf(path), path.toString(), Optional.of(fileName(path)), largestZipEntry);
    }
    return inArchive(path, largestZipEntry).orElseThrow(() -> missing(path));
  }

  private static Optional<FileTree> inArchive(Path path, long largest) throws IOException {
    String text = path.toString().replace('\\', '/');
    int mark = text.indexOf(Archive.INSIDE);
    if (mark < 0 || !Files.isRegularFile(Path.of(text.substring(0, mark)))) {
      return Optional.empty();
    }
    String entry = text.substring(mark + Archive.INSIDE.length());
    Path file = Path.of(text.substring(0, mark));
    Archive archive = Archives.open(file, file.toString(), largest);
    Optional<ArchiveTree> tree = ArchiveTree.at(archive, entry);
    if (tree.isEmpty()) {
      throw new PerceiverException(
          file + " has no entry '" + entry + "'." + Nearest.question(entry, archive.files()));
    }
    return tree.map(each -> each);
  }

  private static PerceiverException missing(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    Path absent = absolute;
    while (there != null && !Files.isDirectory(there)) {
      absent = there;
      there = there.getParent();
    }
    String found = there == null ? "" : " " + contents(there, fileName(absent));
    return new PerceiverException("There is no file or folder " + absolute + "." + found);
  }

  private static String contents(Path folder, String wanted) {
    List<String> names = List.of();
    try (Stream<Path> children = Files.list(folder)) {
      names = children.map(FileTrees::fileName).filter(n -> !n.startsWith(".")).sorted().toList();
    } catch (IOException e) {
      return folder + " cannot be listed.";
    }
    if (names.isEmpty()) {
      return folder + " is empty.";
    }
    String shown = String.join(", ", names.subList(0, Math.min(SIBLINGS_SHOWN, names.size())));
    String more =
        names.size() > SIBLINGS_SHOWN ? " and " + (names.size() - SIBLINGS_SHOWN) + " more" : "";
    return folder + " holds " + shown + more + "." + Nearest.question(wanted, names);
  }

  private static Path folderOf(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }

  private static String fileName(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
