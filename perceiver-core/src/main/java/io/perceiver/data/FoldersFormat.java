package io.perceiver.data;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.internal.data.Litter;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.StratifiedShare;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code format: folders}: a folder for each class, {@code cat/1.png}. Splits are folders above the
 * classes, {@code train/cat/1.png}, or in them, {@code cat/train/1.png}, or lists beside them,
 * {@code NAME_train.txt}. Files that are not examples are counted and named in the log.
 * Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FoldersFormat implements DatasetFormat<FoldersConfig> {
  private static final Logger LOG = LoggerFactory.getLogger(FoldersFormat.class);

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public FoldersConfig defaults() {
    return new FoldersConfig("", "label", 0, 0, SplitLists.AUTO);
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isEmpty()
        && !ManifestFormat.isIn(files)
        && !MetadataFormat.isIn(files)
        && files.files().stream().anyMatch(file -> file.contains("/") && !Litter.is(file));
  }

  @Override
  public List<Example> list(FileTree files, FoldersConfig config, Request request)
      throws IOException {
    String modality = OneModality.of(config.modality(), request);
    ClassFolders folders = ClassFolders.of(files, config.lists());
    folders.skipped().forEach(skipped -> LOG.warn("{}: {}", files.name(), skipped));
    List<Example> examples = new ArrayList<>();
    for (ClassFile file : folders.examples()) {
      ExampleSource source =
          files
              .find(file.path())
              .orElseThrow(() -> new PerceiverException(file.path() + ": vanished"));
      examples.add(
          new Example(
              file.path(),
              file.split(),
              Map.of(config.label(), file.label()),
              Map.of(modality, SourceRecord.whole(source))));
    }
    return withTest(files, examples, config);
  }

  private static List<Example> withTest(
      FileTree files, List<Example> examples, FoldersConfig config) {
    if (config.testFraction() == 0) {
      return examples;
    }
    if (examples.stream().anyMatch(example -> example.split().equals(Splits.TEST))) {
      throw new PerceiverException(
          "data.testFraction: "
              + config.testFraction()
              + " is not allowed; "
              + files.name()
              + " already holds a test split; allowed: 0");
    }
    StratifiedShare share =
        new StratifiedShare(config.testFraction(), config.seed(), Set.of(config.label()));
    return share.move(examples, Splits.TRAIN, Splits.TEST);
  }
}
