package io.perceiver.image;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.image.augment.AugmentationConfig;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Filter;
import io.perceiver.image.raster.Frame;
import io.perceiver.image.raster.ResizeMode;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How images are read and tokenized.
 *
 * @param height rows every image is resized to
 * @param width columns every image is resized to
 * @param colour channels of a pixel
 * @param tokens what one element is
 * @param patch side of a patch; used only with {@link ImageTokens#PATCHES}
 * @param resize what happens to images of other proportions
 * @param cropShare part of the shorter side that {@code resize: crop} keeps
 * @param filter how pixels are weighted when the size changes
 * @param background level behind transparent pixels and around padded images
 * @param range stored samples that stand for black and white; empty for those of the file's kind
 * @param mean subtracted from samples in [0, 1]: one number, or one for each channel; empty for
 *     0.5, or for 0 with {@link Colour#INDEX}
 * @param sd what they are divided by then: one number, or one for each channel; empty for 0.5, or
 *     for 1 with {@link Colour#INDEX}
 * @param maxPixels pixels of the largest source image accepted
 * @param augmentation random changes in training
 */
public record ImageConfig(
    @Setting(value = "rows every image is resized to", unit = "pixels", min = 1, max = MAX_SIDE)
        int height,
    @Setting(value = "columns every image is resized to", unit = "pixels", min = 1, max = MAX_SIDE)
        int width,
    @Setting("channels of a pixel") Colour colour,
    @Setting("what one element of the byte array is") ImageTokens tokens,
    @Setting(
            value = "side of a patch, a divisor of height and width; unused for tokens: pixels",
            unit = "pixels",
            min = 1,
            max = MAX_SIDE)
        int patch,
    @Setting("what happens to images of other proportions: stretch, crop around the centre, or pad")
        ResizeMode resize,
    @Setting(
            value =
                "part of the shorter side that resize: crop keeps; published ImageNet recipes keep"
                    + " 0.875",
            min = 0.01,
            max = 1)
        double cropShare,
    @Setting("how pixels are weighted in resizing: bilinear, bicubic or nearest") Filter filter,
    @Setting(value = "level behind transparent pixels and around padded images", min = 0, max = 255)
        int background,
    @Setting(
            "stored samples that stand for black and white, such as [0, 10000] for depth in"
                + " millimetres; [] for 0 to 255, 0 to 65535, or 0 to 1 in floats")
        List<Double> range,
    @Setting(
            "subtracted from samples between 0 and 1: one number, or one for each channel; [] for 0.5,"
                + " or 0 with colour: index; ImageNet's is [0.485, 0.456, 0.406]")
        List<Double> mean,
    @Setting(
            "what the difference is divided by: one number, or one for each channel; [] for 0.5, or 1"
                + " with colour: index; ImageNet's is [0.229, 0.224, 0.225]")
        List<Double> sd,
    @Setting(
            value = "largest source image accepted; protects memory",
            unit = "pixels",
            min = 1,
            max = MAX_PIXELS)
        int maxPixels,
    @Setting("random changes in training") AugmentationConfig augmentation) {

  /** Mean of ImageNet's samples in [0, 1] by channel, for {@link #withNormalisation}. */
  public static final List<Double> IMAGENET_MEAN = List.of(0.485, 0.456, 0.406);

  /** Standard deviation of ImageNet's samples in [0, 1] by channel. */
  public static final List<Double> IMAGENET_SD = List.of(0.229, 0.224, 0.225);

  static final int MAX_SIDE = 4096;
  static final int MAX_PIXELS = 500_000_000;
  private static final double MIN_SHARE = 0.01;

  /**
   * Checks the values and that they fit each other.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public ImageConfig {
    range = List.copyOf(range);
    mean = List.copyOf(mean);
    sd = List.copyOf(sd);
    Problems problems = new Problems("");
    side(problems, "height", height);
    side(problems, "width", width);
    if (problems.isEmpty() && tokens == ImageTokens.PATCHES) {
      problems.check(
          patch > 0 && height % patch == 0 && width % patch == 0,
          "patch",
          patch,
          "a divisor of height " + height + " and width " + width + ": " + divisors(height, width));
    } else {
      side(problems, "patch", patch);
    }
    problems.checkRange("background", background, 0, 255);
    problems.check(
        cropShare >= MIN_SHARE && cropShare <= 1, "cropShare", cropShare, MIN_SHARE + " to 1");
    problems.check(
        range.isEmpty() || isRange(range), "range", range, "[] or two numbers, the smaller first");
    if (colour == Colour.INDEX) {
      checkIndices(problems, range, augmentation);
    }
    String count =
        colour.channels() == 1 ? "[] or one number" : "[], one number, or one for each channel";
    problems.check(
        fits(mean, colour) && mean.stream().allMatch(Double::isFinite), "mean", mean, count);
    problems.check(
        fits(sd, colour) && sd.stream().allMatch(x -> x > 0 && Double.isFinite(x)),
        "sd",
        sd,
        count + ", above 0");
    problems.checkRange("maxPixels", maxPixels, 1, MAX_PIXELS);
    problems.throwIfAny();
  }

  private static void side(Problems problems, String key, int value) {
    problems.check(value > 0 && value <= MAX_SIDE, key, value, "1 to " + MAX_SIDE);
  }

  private static boolean isRange(List<Double> range) {
    return range.size() == 2
        && range.stream().allMatch(Double::isFinite)
        && range.get(0) < range.get(1);
  }

  private static void checkIndices(
      Problems problems, List<Double> range, AugmentationConfig augmentation) {
    problems.check(range.isEmpty(), "range", range, "[] with colour: index, which scales nothing");
    problems.check(
        !augmentation.changesColours(),
        "augmentation",
        "a change of colours",
        "crops, flips and shifts with colour: index; indices have no colours to change");
  }

  private static boolean fits(List<Double> values, Colour colour) {
    return values.size() <= 1 || values.size() == colour.channels();
  }

  private static String divisors(int height, int width) {
    return IntStream.rangeClosed(1, Math.min(height, width))
        .filter(side -> height % side == 0 && width % side == 0)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(", "));
  }

  /** Colour images of 32 × 32 pixels, one element a pixel, stretched, samples in [-1, 1]. */
  public static ImageConfig defaults() {
    return ofPixels(32, 32, Colour.RGB);
  }

  /** One element for each pixel; everything else by default. */
  public static ImageConfig ofPixels(int height, int width, Colour colour) {
    return new ImageConfig(
        height,
        width,
        colour,
        ImageTokens.PIXELS,
        4,
        ResizeMode.STRETCH,
        1,
        Filter.BILINEAR,
        255,
        List.of(),
        List.of(),
        List.of(),
        50_000_000,
        AugmentationConfig.none());
  }

  /** One element for each square patch; everything else by default. */
  public static ImageConfig ofPatches(int height, int width, Colour colour, int patch) {
    return ofPixels(height, width, colour)
        .with(
            edit -> {
              edit.tokens = ImageTokens.PATCHES;
              edit.patch = patch;
            });
  }

  /** The same with another rule for images of other proportions. */
  public ImageConfig withResize(ResizeMode mode, int newBackground) {
    return with(
        edit -> {
          edit.resize = mode;
          edit.background = newBackground;
        });
  }

  /** The same with another filter, and another part of the shorter side kept by a crop. */
  public ImageConfig withFilter(Filter newFilter, double newShare) {
    return with(
        edit -> {
          edit.filter = newFilter;
          edit.cropShare = newShare;
        });
  }

  /** The same with other samples for black and white. */
  public ImageConfig withRange(List<Double> newRange) {
    return with(edit -> edit.range = newRange);
  }

  /** The same with another normalisation. */
  public ImageConfig withNormalisation(List<Double> newMean, List<Double> newSd) {
    return with(
        edit -> {
          edit.mean = newMean;
          edit.sd = newSd;
        });
  }

  /** The same with another bound on source images. */
  public ImageConfig withMaxPixels(int most) {
    return with(edit -> edit.maxPixels = most);
  }

  /** The same with other random changes in training. */
  public ImageConfig withAugmentation(AugmentationConfig changes) {
    return with(edit -> edit.augmentation = changes);
  }

  /** The size every image gets, and how. */
  Frame frame() {
    return new Frame(height, width, resize, cropShare, filter, background);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public ImageConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link ImageConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public int height;
    public int width;
    public Colour colour;
    public ImageTokens tokens;
    public int patch;
    public ResizeMode resize;
    public double cropShare;
    public Filter filter;
    public int background;
    public List<Double> range;
    public List<Double> mean;
    public List<Double> sd;
    public int maxPixels;
    public AugmentationConfig augmentation;

    private Edit(ImageConfig from) {
      height = from.height;
      width = from.width;
      colour = from.colour;
      tokens = from.tokens;
      patch = from.patch;
      resize = from.resize;
      cropShare = from.cropShare;
      filter = from.filter;
      background = from.background;
      range = from.range;
      mean = from.mean;
      sd = from.sd;
      maxPixels = from.maxPixels;
      augmentation = from.augmentation;
    }

    private ImageConfig made() {
      return new ImageConfig(
          height,
          width,
          colour,
          tokens,
          patch,
          resize,
          cropShare,
          filter,
          background,
          range,
          mean,
          sd,
          maxPixels,
          augmentation);
    }
  }
}
