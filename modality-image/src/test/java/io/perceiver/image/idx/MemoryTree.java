package io.perceiver.image.idx;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.MemorySource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder in memory. */
record MemoryTree(Map<String, byte[]> contents, Optional<String> namedFile) implements FileTree {

  static MemoryTree of(Map<String, byte[]> contents) {
    return new MemoryTree(new TreeMap<>(contents), Optional.empty());
  }

  @Override
  public String name() {
    return "folder";
  }

  @Override
  public List<String> files() {
    return List.copyOf(contents.keySet());
  }

  @Override
  public Optional<ExampleSource> find(String path) {
    return Optional.ofNullable(contents.get(path)).map(bytes -> new MemorySource(path, bytes));
  }
}
