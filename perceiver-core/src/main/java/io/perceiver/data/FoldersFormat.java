package io.perceiver.data;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.SourceRecord;
import io.perceiver.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code format: folders}: a folder for each class, {@code cat/1.png}, either at the top or in
 * folders named like splits, {@code train/cat/1.png}. Files that lie in no class folder, such as a
 * README, and hidden ones are not looked at. Thread-safe.
 */
public final class FoldersFormat implements DatasetFormat<FoldersConfig> {
  private static final Set<String> LITTER = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");
  private static final String LAYOUT =
      "expected train/CLASS/FILE and test/CLASS/FILE, or CLASS/FILE";

  @Override
  public String name() {
    return "folders";
  }

  @Override
  public FoldersConfig defaults() {
    return new FoldersConfig("", "label", 0, 0);
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isEmpty()
        && files.find("manifest.csv").isEmpty()
        && files.files().stream().anyMatch(file -> file.contains("/") && !isHidden(file));
  }

  @Override
  public List<Example> list(FileTree files, FoldersConfig config, Request request)
      throws IOException {
    List<String> paths = files.files().stream().filter(file -> !isHidden(file)).toList();
    boolean hasSplits = hasSplits(files, paths);
    String modality = modality(config, request);
    List<Example> examples = new ArrayList<>();
    for (String path : paths) {
      String[] parts = path.split("/");
      int classFolder = hasSplits ? 1 : 0;
      if (parts.length > classFolder + 1) {
        ExampleSource source =
            files.find(path).orElseThrow(() -> new PerceiverException(path + ": vanished"));
        examples.add(
            new Example(
                path,
                hasSplits ? Splits.canonical(parts[0]) : Splits.TRAIN,
                Map.of(config.label(), parts[classFolder]),
                Map.of(modality, SourceRecord.whole(source))));
      }
    }
    if (examples.isEmpty()) {
      throw new PerceiverException(files.name() + ": holds no files in class folders; " + LAYOUT);
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

  private static boolean hasSplits(FileTree files, List<String> paths) {
    Set<String> tops =
        paths.stream()
            .filter(path -> path.contains("/"))
            .map(path -> path.substring(0, path.indexOf('/')))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> others = new TreeSet<>(tops);
    others.removeIf(Splits::isUsual);
    if (!others.isEmpty() && others.size() < tops.size()) {
      tops.removeAll(others);
      throw new PerceiverException(
          String.format(
              "%s: holds both folders named like splits (%s) and others (%s); %s",
              files.name(), String.join(", ", tops), String.join(", ", others), LAYOUT));
    }
    return others.isEmpty() && !tops.isEmpty();
  }

  private static String modality(FoldersConfig config, Request request) {
    Set<String> modalities = new TreeSet<>(request.modalities());
    if (config.modality().isEmpty() && modalities.size() == 1) {
      return modalities.iterator().next();
    }
    if (!modalities.contains(config.modality())) {
      throw new PerceiverException(
          String.format(
              "data.modality: '%s' is not allowed; allowed: %s.%s",
              config.modality(),
              String.join(", ", modalities),
              Nearest.question(config.modality(), modalities)));
    }
    return config.modality();
  }

  private static boolean isHidden(String path) {
    for (String part : path.split("/")) {
      if (part.startsWith(".") || LITTER.contains(part)) {
        return true;
      }
    }
    return false;
  }
}
