package io.perceiver.pytorch;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.Setting;
import java.util.List;

/** A data set made in code: whatever the path, it lists the examples it was given. */
record MemoryFormat(List<Example> examples) implements DatasetFormat<MemoryFormat.Config> {

  record Config(@Setting(value = "how many of the examples are listed", min = 1) int limit) {}

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Config defaults() {
    return new Config(Integer.MAX_VALUE);
  }

  @Override
  public boolean recognises(FileTree files) {
    return false;
  }

  @Override
  public List<Example> list(FileTree files, Config config, Request request) {
    return examples.subList(0, Math.min(config.limit(), examples.size()));
  }
}
