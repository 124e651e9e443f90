package io.perceiver.pointcloud.augment;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.pointcloud.cloud.Axis;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;

/**
 * Random changes to training clouds, applied in the order of the components; each is off by
 * default. Clouds are centred in their bounds and scaled to the unit cube before, and normalised as
 * configured afterwards; with {@code normalise: none} neither happens, and what leaves [-1, 1] is
 * put back on its border.
 *
 * @param resample whether every epoch draws other points, from meshes and from clouds of more
 *     points than there are elements
 * @param dropout largest share of the points that are left out
 * @param pointScale smallest and largest factor of every single point; empty for none
 * @param scale smallest and largest factor of the whole cloud, drawn for each axis; empty for none
 * @param flips axes that are mirrored in every other example
 * @param rotation largest angle to either side
 * @param rotationAxis what it is rotated about
 * @param jitter standard deviation of the noise added to every coordinate; 1 is half the cloud's
 *     longest side
 * @param jitterClip largest noise
 * @param translation largest shift along each axis, as far as the cloud stays within [-1, 1]
 */
public record AugmentationConfig(
    @Setting(
            "whether every epoch draws other points, from meshes and from clouds of more points than"
                + " there are elements")
        boolean resample,
    @Setting(value = "largest share of the points that is left out", min = 0, max = MAX_DROPOUT)
        double dropout,
    @Setting(
            value =
                "smallest and largest factor of every single point, such as the paper's [0.99, 1.01];"
                    + " [] for none",
            min = MIN_FACTOR,
            max = MAX_FACTOR)
        List<Double> pointScale,
    @Setting(
            value =
                "smallest and largest factor of the whole cloud, drawn for each axis; [] for none",
            min = MIN_FACTOR,
            max = MAX_FACTOR)
        List<Double> scale,
    @Setting("axes that are mirrored in every other example: x, y, z; [] for none")
        List<Axis> flips,
    @Setting(value = "largest rotation to either side", unit = "degrees", min = 0, max = 180)
        double rotation,
    @Setting("axis it is rotated about: x, y or z") Axis rotationAxis,
    @Setting(
            value =
                "standard deviation of noise added to every coordinate; 1 is half the cloud's"
                    + " longest side",
            min = 0,
            max = 1)
        double jitter,
    @Setting(value = "largest such noise", min = 0, max = 1) double jitterClip,
    @Setting(
            value = "largest shift along each axis, as far as the cloud stays within [-1, 1]",
            min = 0,
            max = 1)
        double translation) {

  static final double MIN_FACTOR = 0.01;
  static final double MAX_FACTOR = 100;
  static final double MAX_DROPOUT = 0.99;
  private static final double HALF_TURN = 180;

  /**
   * Checks the numbers.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every number that is out of range
   */
  public AugmentationConfig {
    pointScale = List.copyOf(pointScale);
    scale = List.copyOf(scale);
    flips = List.copyOf(flips);
    Problems problems = new Problems("");
    upTo(problems, "dropout", dropout, MAX_DROPOUT);
    range(problems, "pointScale", pointScale);
    range(problems, "scale", scale);
    problems.check(
        new HashSet<>(flips).size() == flips.size(), "flips", flips, "each of x, y, z once");
    upTo(problems, "rotation", rotation, HALF_TURN);
    upTo(problems, "jitter", jitter, 1);
    upTo(problems, "jitterClip", jitterClip, 1);
    upTo(problems, "translation", translation, 1);
    problems.throwIfAny();
  }

  private static void upTo(Problems problems, String key, double value, double largest) {
    problems.check(
        value >= 0 && value <= largest, key, value, "0 to " + (largest > 1 ? "180" : largest));
  }

  private static void range(Problems problems, String key, List<Double> range) {
    boolean holds =
        range.isEmpty()
            || (range.size() == 2
                && range.get(0) >= MIN_FACTOR
                && range.get(0) <= range.get(1)
                && range.get(1) <= MAX_FACTOR);
    problems.check(holds, key, range, "[] or two numbers from 0.01 to 100, the smaller first");
  }

  /** Nothing; noise, once it is on, is at most 0.05. */
  public static AugmentationConfig none() {
    return new AugmentationConfig(false, 0, List.of(), List.of(), List.of(), 0, Axis.Z, 0, 0.05, 0);
  }

  /**
   * What the Perceiver was trained with on ModelNet40 (Perceiver §4.3): factors of 0.99 to 1.01.
   */
  public static AugmentationConfig modelNet40() {
    return new AugmentationConfig(
        false, 0, List.of(0.99, 1.01), List.of(), List.of(), 0, Axis.Z, 0, 0.05, 0);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public AugmentationConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link AugmentationConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public boolean resample;
    public double dropout;
    public List<Double> pointScale;
    public List<Double> scale;
    public List<Axis> flips;
    public double rotation;
    public Axis rotationAxis;
    public double jitter;
    public double jitterClip;
    public double translation;

    private Edit(AugmentationConfig from) {
      resample = from.resample;
      dropout = from.dropout;
      pointScale = from.pointScale;
      scale = from.scale;
      flips = from.flips;
      rotation = from.rotation;
      rotationAxis = from.rotationAxis;
      jitter = from.jitter;
      jitterClip = from.jitterClip;
      translation = from.translation;
    }

    private AugmentationConfig made() {
      return new AugmentationConfig(
          resample,
          dropout,
          pointScale,
          scale,
          flips,
          rotation,
          rotationAxis,
          jitter,
          jitterClip,
          translation);
    }
  }
}
