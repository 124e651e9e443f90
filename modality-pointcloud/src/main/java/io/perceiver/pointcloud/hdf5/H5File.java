package io.perceiver.pointcloud.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An HDF5 file in memory. What the library that reads it answers to damaged files, exceptions of
 * every kind, all means the same here. Used by one thread.
 */
final class H5File implements Closeable {
  /** ModelNet40's files have 60 to 120 MB. */
  static final int MAX_BYTES = 1 << 30;

  // no byte of deflated data becomes more
  private static final long LARGEST_RATIO = 1032;

  private final String name;
  private final int size;
  private final HdfFile file;

  private H5File(String name, int size, HdfFile file) {
    this.name = name;
    this.size = size;
    this.file = file;
  }

  /**
   * Reads a source.
   *
   * @throws UnreadableExampleException if it is no HDF5 file, or a damaged one, or too large
   * @throws IOException if the bytes cannot be had
   */
  static H5File open(ExampleSource source) throws IOException {
    try (InputStream stream = source.open()) {
      byte[] bytes = stream.readNBytes(MAX_BYTES);
      if (bytes.length == MAX_BYTES && stream.read() >= 0) {
        throw new UnreadableExampleException(
            source.name(), "larger than " + MAX_BYTES + " bytes; split it");
      }
      HdfFile file = guarded(source.name(), () -> HdfFile.fromBytes(bytes));
      return new H5File(source.name(), bytes.length, file);
    }
  }

  /** Whether it has a dataset of this name at its top. */
  boolean has(String dataset) throws UnreadableExampleException {
    return guarded(name, () -> file.getChildren().containsKey(dataset));
  }

  /**
   * A dataset of numbers.
   *
   * @throws UnreadableExampleException if there is none of this name, it is damaged, or it claims
   *     more than the file can hold
   */
  H5Array array(String dataset) throws UnreadableExampleException {
    Dataset found = dataset(dataset);
    long bytes = guarded(name, found::getSizeInBytes);
    if (bytes < 1 || bytes > Math.min(Integer.MAX_VALUE - 8, LARGEST_RATIO * size)) {
      throw new UnreadableExampleException(
          name,
          "its dataset '"
              + dataset
              + "' is said to have "
              + bytes
              + " bytes, which a file of "
              + size
              + " bytes cannot hold");
    }
    return H5Array.of(name, dataset, shape(found), guarded(name, found::getDataFlat));
  }

  /** The size of each axis of a dataset, without reading it. */
  List<Integer> shape(String dataset) throws UnreadableExampleException {
    return shape(dataset(dataset));
  }

  private List<Integer> shape(Dataset dataset) throws UnreadableExampleException {
    return guarded(name, () -> Arrays.stream(dataset.getDimensions()).boxed().toList());
  }

  private Dataset dataset(String dataset) throws UnreadableExampleException {
    if (!has(dataset)) {
      throw new UnreadableExampleException(
          name,
          "has no dataset '"
              + dataset
              + "'; it has "
              + guarded(name, () -> file.getChildren().keySet()));
    }
    return guarded(
        name,
        () ->
            Optional.of(file.getChild(dataset))
                .filter(Dataset.class::isInstance)
                .map(Dataset.class::cast)
                .orElseThrow(() -> new IllegalStateException(dataset + " is not a dataset")));
  }

  private static <R> R guarded(String name, Action<R> action) throws UnreadableExampleException {
    try {
      return action.run();
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError damaged) {
      String reason = damaged.getMessage();
      throw new UnreadableExampleException(
          name,
          "damaged or no HDF5 file: "
              + (reason == null ? damaged.getClass().getSimpleName() : reason),
          damaged);
    }
  }

  @Override
  public void close() {
    file.close();
  }

  /** Something the library does. */
  private interface Action<R> {
    R run();
  }
}
