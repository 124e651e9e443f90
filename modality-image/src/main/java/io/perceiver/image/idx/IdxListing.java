package io.perceiver.image.idx;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.Problems;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Lists the examples of pairs of IDX files, one pair after another. Used by one thread, once. */
final class IdxListing {
  private final FileTree files;
  private final IdxConfig config;
  private final String modality;
  private final Problems problems;
  private final List<Example> examples = new ArrayList<>();

  IdxListing(FileTree files, IdxConfig config, String modality, Problems problems) {
    this.files = files;
    this.config = config;
    this.modality = modality;
    this.problems = problems;
  }

  /** What was listed so far. */
  List<Example> examples() {
    return examples;
  }

  /** Lists one pair, or adds what is wrong with it to the problems. */
  void add(IdxPair pair) throws IOException {
    if (pair.labels().isEmpty()) {
      problems.add(
          files.name()
              + " holds "
              + pair.images()
              + " without its labels; add "
              + pair.expectedLabels());
      return;
    }
    try {
      add(pair, source(pair.images()), labels(source(pair.labels().get())));
    } catch (UnreadableExampleException damaged) {
      problems.add(String.valueOf(damaged.getMessage()));
    }
  }

  private void add(IdxPair pair, ExampleSource images, IdxFile labels) throws IOException {
    int count = IdxFile.header(images).count();
    if (count != labels.count()) {
      problems.add(
          images.name()
              + " holds "
              + count
              + " images, but "
              + pair.labels().orElseThrow()
              + " holds "
              + labels.count()
              + " labels; the files do not belong together");
      return;
    }
    for (int record = 0; record < count; record++) {
      int label = labels.label(record);
      if (!config.labels().isEmpty() && label >= config.labels().size()) {
        problems.add(
            "labels",
            config.labels().size()
                + " names are too few: record "
                + record
                + " of "
                + pair.labels().orElseThrow()
                + " is of class "
                + label
                + ", counted from 0");
        return;
      }
      examples.add(example(pair, new SourceRecord(images, OptionalInt.of(record)), label));
    }
  }

  private Example example(IdxPair pair, SourceRecord image, int label) {
    String name = config.labels().isEmpty() ? Integer.toString(label) : config.labels().get(label);
    return new Example(
        pair.images() + "#" + image.record().orElseThrow(),
        pair.split(),
        Map.of(config.label(), name),
        Map.of(modality, image));
  }

  private ExampleSource source(String path) throws IOException {
    return files
        .find(path)
        .orElseThrow(() -> new IOException(path + " has disappeared from " + files.name()));
  }

  private static IdxFile labels(ExampleSource source) throws IOException {
    IdxFile labels = IdxFile.read(source);
    if (!labels.holdsLabels()) {
      throw new UnreadableExampleException(
          source.name(), "an IDX file of shape " + labels.shape() + " holds no labels");
    }
    return labels;
  }
}
