package io.perceiver.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder; links are followed, paths may leave it by {@code ..}. Thread-safe. */
final class FolderTree implements FileTree {
  private final Path root;
  private final String name;
  private final Optional<String> namedFile;
  private final long largestZipEntry;
  private final Map<Path, ZipArchive> archives = new HashMap<>();

  FolderTree(Path root, String name, Optional<String> namedFile, long largestZipEntry) {
    this.root = root;
    this.name = name;
    this.namedFile = namedFile;
    this.largestZipEntry = largestZipEntry;
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
  public List<String> files() throws IOException {
    String separator = root.getFileSystem().getSeparator();
    try (Stream<Path> all = Files.walk(root, FileVisitOption.FOLLOW_LINKS)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace(separator, "/"))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public Optional<ExampleSource> find(String path) throws IOException {
    int mark = path.indexOf(FileTrees.IN_ZIP);
    if (mark < 0) {
      return file(path).map(file -> new FileSource(file, path));
    }
    String archive = path.substring(0, mark);
    Optional<Path> zip = file(archive);
    return zip.isEmpty()
        ? Optional.empty()
        : archive(zip.get(), archive)
            .find(ZipTree.inside(archive, path.substring(mark + FileTrees.IN_ZIP.length())))
            .map(entry -> entry);
  }

  private Optional<Path> file(String path) {
    try {
      return Optional.of(root.resolve(path)).filter(Files::isRegularFile);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private synchronized ZipArchive archive(Path file, String archiveName) throws IOException {
    Path key = file.toAbsolutePath().normalize();
    ZipArchive archive = archives.get(key);
    if (archive == null) {
      archive = ZipArchive.open(file, archiveName, largestZipEntry);
      archives.put(key, archive);
    }
    return archive;
  }
}
