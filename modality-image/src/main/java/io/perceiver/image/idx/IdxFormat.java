package io.perceiver.image.idx;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.Problems;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code format: idx}: {@code train-images-idx3-ubyte} beside {@code train-labels-idx1-ubyte} and
 * likewise {@code t10k} (or {@code test}) and {@code validation}, plain or with {@code .gz}, as
 * MNIST and Fashion-MNIST ship. The splits are {@code train}, {@code validation} and {@code test};
 * an example is called {@code train-images-idx3-ubyte.gz#17}.
 */
public final class IdxFormat implements DatasetFormat<IdxConfig> {

  @Override
  public String name() {
    return "idx";
  }

  @Override
  public IdxConfig defaults() {
    return IdxConfig.defaults();
  }

  @Override
  public boolean recognises(FileTree files) throws IOException {
    return files.namedFile().isEmpty()
        && IdxPair.in(files.files()).stream().anyMatch(pair -> pair.labels().isPresent());
  }

  @Override
  public List<Example> list(FileTree files, IdxConfig config, Request request) throws IOException {
    Problems problems = new Problems("");
    String modality = modality(config, request, problems);
    List<IdxPair> pairs = IdxPair.in(files.files());
    if (pairs.isEmpty()) {
      problems.add(
          files.name()
              + " holds no IDX images; expected train-images-idx3-ubyte or "
              + "train-images-idx3-ubyte.gz, likewise t10k-, each with its -labels-idx1-ubyte");
    }
    IdxListing listing = new IdxListing(files, config, modality, problems);
    for (IdxPair pair : pairs) {
      listing.add(pair);
    }
    problems.throwIfAny();
    return listing.examples();
  }

  private static String modality(IdxConfig config, Request request, Problems problems) {
    List<String> names = List.copyOf(new TreeSet<>(request.modalities()));
    if (config.modality().isEmpty()) {
      problems.check(
          names.size() == 1,
          "modality",
          "''",
          "one of the model's modalities, as it has not exactly one: " + String.join(", ", names));
      return names.isEmpty() ? "" : names.get(0);
    }
    problems.check(
        names.contains(config.modality()),
        "modality",
        "'" + config.modality() + "'",
        "one of the model's modalities: " + String.join(", ", names));
    return config.modality();
  }
}
