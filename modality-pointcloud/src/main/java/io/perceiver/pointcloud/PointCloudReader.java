package io.perceiver.pointcloud;

import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.RecordFile;
import io.perceiver.api.SourceDescription;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.api.ValueReader;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.file.HeadCheck;
import io.perceiver.pointcloud.file.PointFileFormat;
import io.perceiver.pointcloud.hdf5.H5Clouds;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads point cloud and mesh files, and HDF5 files of many clouds, with the channels a model asks
 * for. Thread-safe.
 */
public final class PointCloudReader implements ExampleReader<PointCloud> {
  private static final int CORNERS = 3;
  private static final int AXES = 3;

  private final ReadOptions options;

  /** Reads this configuration's channels, within its bound on size. */
  public PointCloudReader(PointCloudConfig config) {
    this.options = config.readOptions();
  }

  @Override
  public PointCloud read(ExampleSource source) throws IOException {
    return PointFileFormat.read(FileBytes.read(source, options), options);
  }

  @Override
  public List<ValueReader<?, PointCloud>> values() {
    return List.of(
        new ValueReader<>(PointCloud.class, this::checked),
        new ValueReader<>(
            double[].class, (name, coordinates) -> checked(name, cloud(name, coordinates))));
  }

  /** The cloud of (point, axis) coordinates. */
  private static PointCloud cloud(String name, double[] coordinates)
      throws UnreadableExampleException {
    if (coordinates.length == 0 || coordinates.length % AXES != 0) {
      throw new UnreadableExampleException(
          name, "has " + coordinates.length + " coordinates; allowed: three for each point");
    }
    return PointCloud.of(coordinates.clone());
  }

  private PointCloud checked(String name, PointCloud cloud) throws UnreadableExampleException {
    if (cloud.size() > options.maxPoints()) {
      throw new UnreadableExampleException(
          name, "has " + cloud.size() + " points; allowed: up to " + options.maxPoints());
    }
    if (!cloud.channels().containsAll(options.channels())) {
      throw new UnreadableExampleException(
          name, "its points carry " + cloud.channels() + "; the model reads " + options.channels());
    }
    for (double coordinate : cloud.coordinates()) {
      if (!Double.isFinite(coordinate)) {
        throw new UnreadableExampleException(
            name, "has a coordinate of " + coordinate + "; allowed: finite numbers");
      }
    }
    return cloud;
  }

  @Override
  public RecordFile<PointCloud> openRecords(ExampleSource source) throws IOException {
    return H5Clouds.open(source, options);
  }

  @Override
  public void checkHead(ExampleSource source, byte[] head) throws IOException {
    HeadCheck.check(new FileBytes(source.name(), head), source.size(), options);
  }

  @Override
  public boolean holdsRecords(ExampleSource source, byte[] head) {
    return H5Clouds.matches(new FileBytes(source.name(), head));
  }

  @Override
  public Optional<SourceDescription> describe(ExampleSource source) throws IOException {
    FileBytes file = FileBytes.read(source, options);
    PointCloud cloud = PointFileFormat.read(file, options);
    Map<String, Double> numbers = new LinkedHashMap<>();
    numbers.put("points", (double) cloud.size());
    numbers.put("triangles", (double) cloud.triangles().length / CORNERS);
    return Optional.of(new SourceDescription(PointFileFormat.name(file), numbers));
  }

  @Override
  public OptionalLong memoryBytes(PointCloud cloud) {
    return OptionalLong.of(cloud.memoryBytes());
  }
}
