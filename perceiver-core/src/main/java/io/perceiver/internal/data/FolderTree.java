package io.perceiver.internal.data;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileSource;
import io.perceiver.api.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A folder; links are followed, paths may leave it by {@code ..}. Thread-safe. */
final class FolderTree implements FileTree {
  private final Path root;
  private final String name;
  private final Optional<String> namedFile;
  private final long largestZipEntry;
  private final FolderFiles onDisk;
  private final Map<Path, Archive> archives = new HashMap<>();

  FolderTree(Path root, String name, Optional<String> namedFile, long largestZipEntry) {
    this.root = root;
    this.name = name;
    this.namedFile = namedFile;
    this.largestZipEntry = largestZipEntry;
    this.onDisk = new FolderFiles(root);
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
    return FolderWalk.files(root);
  }

  @Override
  public Optional<ExampleSource> find(String path) throws IOException {
    int mark = path.indexOf(Archive.INSIDE);
    if (mark < 0) {
      return onDisk.find(path).map(file -> new FileSource(file, path));
    }
    String archive = path.substring(0, mark);
    Optional<Path> file = onDisk.find(archive);
    return file.isEmpty()
        ? Optional.empty()
        : archive(file.get(), archive)
            .find(
                ArchiveTree.inside(archive, path.substring(mark + Archive.INSIDE.length())), path);
  }

  private synchronized Archive archive(Path file, String archiveName) throws IOException {
    Path key = file.toAbsolutePath().normalize();
    Archive archive = archives.get(key);
    if (archive == null) {
      archive = Archives.open(file, archiveName, largestZipEntry);
      archives.put(key, archive);
    }
    return archive;
  }
}
