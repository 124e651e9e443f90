package io.perceiver.internal.data;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * Lists the files of a folder, following links. What can be no file of the data set is gathered:
 * links that lead nowhere or into a folder they lie in, and folders that may not be read. Litter of
 * that kind is passed over.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private final Path root;
  private final String separator;
  private final List<String> files = new ArrayList<>();
  private final Findings loops = new Findings("links to a folder they lie in");
  private final Findings dangling = new Findings("links that lead nowhere");
  private final Findings closed = new Findings("files and folders that may not be read");

  private FolderWalk(Path root) {
    this.root = root;
    this.separator = root.getFileSystem().getSeparator();
  }

  /**
   * The files, relative, with {@code /}, sorted.
   *
   * @throws PerceiverException naming every link that is broken and what may not be read
   */
  static List<String> files(Path root) throws IOException {
    FolderWalk walk = new FolderWalk(root);
    Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    List<String> problems = new ArrayList<>();
    walk.loops.addTo(problems, root.toString(), "; remove them");
    walk.dangling.addTo(problems, root.toString(), "; fetch what they stand for, or remove them");
    walk.closed.addTo(problems, root.toString(), "; allow reading, or move them away");
    if (!problems.isEmpty()) {
      throw new PerceiverException(String.join("\n", problems));
    }
    return walk.files.stream().sorted().toList();
  }

  private String relative(Path file) {
    return root.relativize(file).toString().replace(separator, "/");
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    String path = relative(file);
    if (attributes.isRegularFile()) {
      files.add(path);
    } else if (attributes.isSymbolicLink() && !Litter.is(path)) {
      dangling.add(path + " -> " + Files.readSymbolicLink(file));
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
    String path = relative(file);
    if (Litter.is(path)) {
      return FileVisitResult.CONTINUE;
    }
    if (failure instanceof FileSystemLoopException) {
      String target = Files.isSymbolicLink(file) ? " -> " + Files.readSymbolicLink(file) : "";
      loops.add(path + target);
    } else if (failure instanceof AccessDeniedException) {
      closed.add(path.isEmpty() ? file.toString() : path);
    } else {
      throw failure;
    }
    return FileVisitResult.CONTINUE;
  }
}
