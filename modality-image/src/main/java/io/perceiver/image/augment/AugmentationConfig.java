package io.perceiver.image.augment;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.List;
import java.util.function.Consumer;

/**
 * Random changes to training images, applied in the order of the components; each is off by
 * default.
 *
 * @param cropArea smallest and largest share of the image's area that a random crop keeps; empty
 *     for none. The crop is resized to the model's size, which keeps positions relative to it
 * @param cropAspect smallest and largest width to height of such a crop, log-uniform
 * @param flip probability of a left-right flip
 * @param shift largest shift up, down, left and right
 * @param brightness factor from 1 - x to 1 + x
 * @param contrast factor from 1 - x to 1 + x
 * @param saturation factor from 1 - x to 1 + x
 * @param randAugmentOperations operations applied one after the other
 * @param randAugmentMagnitude strength of each
 * @param fill level of what shifts, shears and rotations uncover
 */
public record AugmentationConfig(
    @Setting(
            value =
                "smallest and largest share of the area a random crop keeps, such as [0.08, 1]; []"
                    + " for no crops",
            min = 0,
            aboveMin = true,
            max = 1)
        List<Double> cropArea,
    @Setting(value = "smallest and largest width to height of a random crop", min = 0.1, max = 10)
        List<Double> cropAspect,
    @Setting(value = "probability of a left-right flip", min = 0, max = 1) double flip,
    @Setting(
            value = "largest random shift up, down, left and right",
            unit = "pixels",
            min = 0,
            max = MAX_SHIFT)
        int shift,
    @Setting(value = "random change of brightness, up to this share", min = 0, max = 1)
        double brightness,
    @Setting(value = "random change of contrast, up to this share", min = 0, max = 1)
        double contrast,
    @Setting(value = "random change of saturation, up to this share", min = 0, max = 1)
        double saturation,
    @Setting(
            value = "RandAugment operations, one after the other; 0 for none",
            min = 0,
            max = MAX_OPERATIONS)
        int randAugmentOperations,
    @Setting(
            value = "strength of RandAugment operations, 10 is the paper's largest",
            min = 0,
            max = MAX_MAGNITUDE)
        double randAugmentMagnitude,
    @Setting(value = "level of what shifts and rotations uncover", min = 0, max = 255) int fill) {

  static final int MAX_SHIFT = 4096;
  static final int MAX_OPERATIONS = 16;
  static final int MAX_MAGNITUDE = 10;
  private static final double MIN_ASPECT = 0.1;
  private static final double MAX_ASPECT = 10;

  /**
   * Checks the numbers.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every number that is out of range
   */
  public AugmentationConfig {
    cropArea = List.copyOf(cropArea);
    cropAspect = List.copyOf(cropAspect);
    Problems problems = new Problems("");
    problems.check(
        cropArea.isEmpty() || isRange(cropArea, Double.MIN_VALUE, 1),
        "cropArea",
        cropArea,
        "[] or two numbers above 0 and at most 1, the smaller first");
    problems.check(
        isRange(cropAspect, MIN_ASPECT, MAX_ASPECT),
        "cropAspect",
        cropAspect,
        "two numbers from 0.1 to 10, the smaller first");
    share(problems, "flip", flip);
    problems.checkRange("shift", shift, 0, MAX_SHIFT);
    share(problems, "brightness", brightness);
    share(problems, "contrast", contrast);
    share(problems, "saturation", saturation);
    problems.checkRange("randAugmentOperations", randAugmentOperations, 0, MAX_OPERATIONS);
    problems.check(
        randAugmentMagnitude >= 0 && randAugmentMagnitude <= MAX_MAGNITUDE,
        "randAugmentMagnitude",
        randAugmentMagnitude,
        "0 to " + MAX_MAGNITUDE);
    problems.checkRange("fill", fill, 0, 255);
    problems.throwIfAny();
  }

  private static boolean isRange(List<Double> range, double min, double max) {
    return range.size() == 2
        && range.get(0) >= min
        && range.get(0) <= range.get(1)
        && range.get(1) <= max;
  }

  private static void share(Problems problems, String key, double value) {
    problems.check(value >= 0 && value <= 1, key, value, "0 to 1");
  }

  /** Whether size or place changes. */
  public boolean moves() {
    return !cropArea.isEmpty() || flip > 0 || shift > 0 || randAugmentOperations > 0;
  }

  /** Whether anything but size and place changes. */
  public boolean changesColours() {
    return brightness > 0 || contrast > 0 || saturation > 0 || randAugmentOperations > 0;
  }

  /** Nothing; crops, once an area is given, have Inception's proportions. */
  public static AugmentationConfig none() {
    return new AugmentationConfig(List.of(), List.of(3.0 / 4, 4.0 / 3), 0, 0, 0, 0, 0, 0, 5, 0);
  }

  /**
   * What Perceiver IO was trained with on ImageNet (its App. A and published code): crops of 8 to
   * 100 % of the area, flips, and RandAugment of 4 operations at magnitude 5.
   */
  public static AugmentationConfig imageNet() {
    return new AugmentationConfig(
        List.of(0.08, 1.0), List.of(3.0 / 4, 4.0 / 3), 0.5, 0, 0, 0, 0, 4, 5, 0);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public AugmentationConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link AugmentationConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public List<Double> cropArea;
    public List<Double> cropAspect;
    public double flip;
    public int shift;
    public double brightness;
    public double contrast;
    public double saturation;
    public int randAugmentOperations;
    public double randAugmentMagnitude;
    public int fill;

    private Edit(AugmentationConfig from) {
      cropArea = from.cropArea;
      cropAspect = from.cropAspect;
      flip = from.flip;
      shift = from.shift;
      brightness = from.brightness;
      contrast = from.contrast;
      saturation = from.saturation;
      randAugmentOperations = from.randAugmentOperations;
      randAugmentMagnitude = from.randAugmentMagnitude;
      fill = from.fill;
    }

    private AugmentationConfig made() {
      return new AugmentationConfig(
          cropArea,
          cropAspect,
          flip,
          shift,
          brightness,
          contrast,
          saturation,
          randAugmentOperations,
          randAugmentMagnitude,
          fill);
    }
  }
}
