package io.perceiver.internal.data;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds files below a folder by names in composed or decomposed form, whichever the disk has.
 * Thread-safe.
 */
final class FolderFiles {
  private final Path root;
  private final Map<Path, Map<String, List<Path>>> listings = new HashMap<>();

  FolderFiles(Path root) {
    this.root = root;
  }

  /**
   * A regular file; empty if there is none.
   *
   * @throws PerceiverException if two files have the name, in different forms
   */
  Optional<Path> find(String path) throws IOException {
    Path exact;
    try {
      exact = root.resolve(path);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (Files.isRegularFile(exact)) {
      return Optional.of(exact);
    }
    return Names.hasForms(path) ? inAnyForm(exact).filter(Files::isRegularFile) : Optional.empty();
  }

  private Optional<Path> inAnyForm(Path path) throws IOException {
    if (Files.exists(path)) {
      return Optional.of(path);
    }
    Path name = path.getFileName();
    if (name == null || path.equals(root)) {
      return Optional.empty();
    }
    Path parent = path.getParent();
    Optional<Path> folder = inAnyForm(parent == null ? Path.of("") : parent);
    if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
      return Optional.empty();
    }
    Path child = folder.get().resolve(name);
    if (Files.exists(child)) {
      return Optional.of(child);
    }
    List<Path> fits =
        listing(folder.get()).getOrDefault(Names.composed(name.toString()), List.of());
    if (fits.size() > 1) {
      throw new PerceiverException(
          "'%s' may be any of %d files, whose names differ only in how accents are stored"
              .formatted(path, fits.size()));
    }
    return fits.stream().findFirst();
  }

  /** The children of a folder by composed name, those that have other forms only. */
  private synchronized Map<String, List<Path>> listing(Path folder) throws IOException {
    Map<String, List<Path>> known = listings.get(folder);
    if (known == null) {
      known = new HashMap<>();
      try (Stream<Path> children = Files.list(folder)) {
        for (Path child : children.sorted().toList()) {
          String name = folder.relativize(child).toString();
          if (Names.hasForms(name)) {
            known.computeIfAbsent(Names.composed(name), n -> new ArrayList<>(1)).add(child);
          }
        }
      }
      listings.put(folder, known);
    }
    return known;
  }
}
