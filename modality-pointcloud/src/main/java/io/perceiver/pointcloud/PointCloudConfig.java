package io.perceiver.pointcloud;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.pointcloud.augment.AugmentationConfig;
import io.perceiver.pointcloud.cloud.Centre;
import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.Normalisation;
import io.perceiver.pointcloud.read.Columns;
import io.perceiver.pointcloud.read.InvalidPoints;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.sampling.CloudSampler;
import io.perceiver.pointcloud.sampling.PointCount;
import io.perceiver.pointcloud.sampling.Sampling;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How point clouds and meshes are read and tokenized.
 *
 * @param points largest number of elements
 * @param count whether every example has so many
 * @param sampling which points of larger clouds are taken
 * @param seed decides, with the cloud itself, the draws of sampling outside augmentation
 * @param channels what elements carry beside their positions, in this order
 * @param columns what the columns of files without names hold; empty to let the file tell
 * @param array the array to read of files of several; empty for the only one
 * @param normalise how coordinates become positions
 * @param centre which point becomes the origin
 * @param invalidPoints what happens to points of which a number is not finite
 * @param maxPoints points of the largest source accepted
 * @param augmentation random changes in training
 */
public record PointCloudConfig(
    @Setting(value = "largest number of elements", unit = "points", min = 1, max = MAX_ELEMENTS)
        int points,
    @Setting(
            "fixed: every example has this many, points of smaller clouds are repeated; variable: as"
                + " many as it has, up to this many")
        PointCount count,
    @Setting("which points of larger clouds are taken: random, farthest (evenly spread) or first")
        Sampling sampling,
    @Setting("decides, with the cloud itself, the draws of sampling outside augmentation")
        long seed,
    @Setting("what elements carry beside positions: normals, colour, intensity; [] for nothing")
        List<Channel> channels,
    @Setting(
            "what each column of text, NumPy, HDF5 and .bin files holds, such as [x, y, z, red, green,"
                + " blue]; _ skips a column; [] takes the names in the file, or a guess that is"
                + " checked")
        List<String> columns,
    @Setting("array to read from NPZ files of several arrays; empty for the only one") String array,
    @Setting(
            "cube: largest absolute coordinate becomes 1; sphere: largest distance becomes 1; none:"
                + " coordinates lie in [-1, 1] already")
        Normalisation normalise,
    @Setting("what becomes the origin: the mean of the points, or the middle of their bounds")
        Centre centre,
    @Setting(
            "points with a number that is not finite are left out (drop) or make the example unreadable (fail)")
        InvalidPoints invalidPoints,
    @Setting(
            value = "largest source accepted; protects memory",
            unit = "points",
            min = 1,
            max = MAX_POINTS)
        int maxPoints,
    @Setting("random changes in training") AugmentationConfig augmentation) {

  static final int MAX_ELEMENTS = 1_000_000;
  static final int MAX_POINTS = 50_000_000;

  /**
   * Checks the values.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public PointCloudConfig {
    channels = List.copyOf(channels);
    columns = List.copyOf(columns);
    Problems problems = new Problems("");
    problems.checkRange("points", points, 1, MAX_ELEMENTS);
    problems.check(
        new HashSet<>(channels).size() == channels.size(),
        "channels",
        channels,
        "each of normals, colour, intensity once");
    Columns.checkSetting(columns, problems);
    problems.checkRange("maxPoints", maxPoints, 1, MAX_POINTS);
    problems.throwIfAny();
  }

  /** 1,024 points in the unit cube around their mean, nothing but positions. */
  public static PointCloudConfig defaults() {
    return new PointCloudConfig(
        1024,
        PointCount.FIXED,
        Sampling.RANDOM,
        0,
        List.of(),
        List.of(),
        "",
        Normalisation.CUBE,
        Centre.MEAN,
        InvalidPoints.DROP,
        5_000_000,
        AugmentationConfig.none());
  }

  /** The same with another number of elements. */
  public PointCloudConfig withPoints(int most, PointCount newCount, Sampling newSampling) {
    return with(
        edit -> {
          edit.points = most;
          edit.count = newCount;
          edit.sampling = newSampling;
        });
  }

  /** The same with other channels. */
  public PointCloudConfig withChannels(Channel... carried) {
    return with(edit -> edit.channels = List.of(carried));
  }

  /** The same with other columns of files without names. */
  public PointCloudConfig withColumns(String... held) {
    return with(edit -> edit.columns = List.of(held));
  }

  /** The same with another normalisation. */
  public PointCloudConfig withNormalisation(Normalisation newNormalise, Centre newCentre) {
    return with(
        edit -> {
          edit.normalise = newNormalise;
          edit.centre = newCentre;
        });
  }

  /** The same with another rule for invalid points and another bound on sources. */
  public PointCloudConfig withSources(InvalidPoints newInvalidPoints, int most) {
    return with(
        edit -> {
          edit.invalidPoints = newInvalidPoints;
          edit.maxPoints = most;
        });
  }

  /** The same with other random changes in training. */
  public PointCloudConfig withAugmentation(AugmentationConfig changes) {
    return with(edit -> edit.augmentation = changes);
  }

  /** What is taken from files. */
  ReadOptions readOptions() {
    return new ReadOptions(Set.copyOf(channels), maxPoints, invalidPoints, columns, array);
  }

  /** What takes the elements' points from a cloud. */
  CloudSampler sampler() {
    return new CloudSampler(points, count, sampling, seed);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public PointCloudConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link PointCloudConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public int points;
    public PointCount count;
    public Sampling sampling;
    public long seed;
    public List<Channel> channels;
    public List<String> columns;
    public String array;
    public Normalisation normalise;
    public Centre centre;
    public InvalidPoints invalidPoints;
    public int maxPoints;
    public AugmentationConfig augmentation;

    private Edit(PointCloudConfig from) {
      points = from.points;
      count = from.count;
      sampling = from.sampling;
      seed = from.seed;
      channels = from.channels;
      columns = from.columns;
      array = from.array;
      normalise = from.normalise;
      centre = from.centre;
      invalidPoints = from.invalidPoints;
      maxPoints = from.maxPoints;
      augmentation = from.augmentation;
    }

    private PointCloudConfig made() {
      return new PointCloudConfig(
          points,
          count,
          sampling,
          seed,
          channels,
          columns,
          array,
          normalise,
          centre,
          invalidPoints,
          maxPoints,
          augmentation);
    }
  }
}
