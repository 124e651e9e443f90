package io.perceiver.audio.augment;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.List;
import java.util.function.Consumer;

/**
 * Random changes in training, in the order they are applied. All are off by default.
 *
 * @param speed lowest and highest factor of speed, which changes pitch too; empty for none
 * @param randomCrop whether the part kept of a longer clip is drawn
 * @param shiftSeconds largest shift in time
 * @param noiseSnrDb lowest and highest ratio of the clip to added white noise; empty for none
 * @param gainDb largest change of level
 * @param timeMasks number of masks over time
 * @param timeMaskFrames largest width of one
 * @param frequencyMasks number of masks over frequency
 * @param frequencyMaskBands largest width of one
 */
public record AugmentationConfig(
    @Setting(
            value =
                "factor of speed, uniform between two numbers such as [0.9, 1.1]; changes pitch and"
                    + " length; [] for none",
            min = MIN_SPEED,
            max = MAX_SPEED)
        List<Double> speed,
    @Setting("whether the part kept of a clip longer than maxSeconds is drawn at random")
        boolean randomCrop,
    @Setting(
            value = "shift uniform in ± this; the length stays, silence fills what is uncovered",
            unit = "s",
            min = 0,
            max = MAX_SHIFT_SECONDS)
        double shiftSeconds,
    @Setting(
            value =
                "white noise so far below the clip, uniform between two numbers such as [10, 40];"
                    + " [] for none",
            unit = "dB",
            min = MIN_SNR_DB,
            max = MAX_SNR_DB)
        List<Double> noiseSnrDb,
    @Setting(
            value = "change of level, uniform in ± this; undone by what measures level relatively",
            unit = "dB",
            min = 0,
            max = MAX_GAIN_DB)
        double gainDb,
    @Setting(value = "SpecAugment: masks over time; for tokens: mel", min = 0, max = MAX_MASKS)
        int timeMasks,
    @Setting(
            value = "largest width of a mask over time, its own uniform from 0",
            unit = "frames",
            min = 0,
            max = MAX_WIDTH)
        int timeMaskFrames,
    @Setting(value = "SpecAugment: masks over frequency; for tokens: mel", min = 0, max = MAX_MASKS)
        int frequencyMasks,
    @Setting(
            value = "largest width of a mask over frequency, its own uniform from 0",
            unit = "bands",
            min = 0,
            max = MAX_WIDTH)
        int frequencyMaskBands) {

  static final double MIN_SPEED = 0.25;
  static final double MAX_SPEED = 4;
  static final double MAX_SHIFT_SECONDS = 60;
  static final double MIN_SNR_DB = -40;
  static final double MAX_SNR_DB = 100;
  static final double MAX_GAIN_DB = 60;
  static final int MAX_MASKS = 16;
  static final int MAX_WIDTH = 4096;

  /**
   * Checks the values.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public AugmentationConfig {
    speed = List.copyOf(speed);
    noiseSnrDb = List.copyOf(noiseSnrDb);
    Problems problems = new Problems("");
    range(problems, "speed", speed, MIN_SPEED, MAX_SPEED);
    upTo(problems, "shiftSeconds", shiftSeconds, (int) MAX_SHIFT_SECONDS);
    range(problems, "noiseSnrDb", noiseSnrDb, MIN_SNR_DB, MAX_SNR_DB);
    upTo(problems, "gainDb", gainDb, (int) MAX_GAIN_DB);
    upTo(problems, "timeMasks", timeMasks, MAX_MASKS);
    upTo(problems, "timeMaskFrames", timeMaskFrames, MAX_WIDTH);
    upTo(problems, "frequencyMasks", frequencyMasks, MAX_MASKS);
    upTo(problems, "frequencyMaskBands", frequencyMaskBands, MAX_WIDTH);
    problems.throwIfAny();
  }

  private static void range(
      Problems problems, String key, List<Double> range, double least, double most) {
    boolean holds =
        range.size() == 2
            && range.get(0) >= least
            && range.get(0) <= range.get(1)
            && range.get(1) <= most;
    problems.check(
        range.isEmpty() || holds,
        key,
        range,
        "[] or two numbers from " + least + " to " + most + ", the smaller first");
  }

  private static void upTo(Problems problems, String key, Number value, int most) {
    double number = value.doubleValue();
    problems.check(number >= 0 && number <= most, key, value, "0 to " + most);
  }

  /** Nothing; masks, once there are some, are up to 8 frames and 8 bands wide. */
  public static AugmentationConfig none() {
    return new AugmentationConfig(List.of(), false, 0, List.of(), 0, 0, 8, 0, 8);
  }

  /** The same with masks over time. */
  public AugmentationConfig withTimeMasks(int count, int frames) {
    return new AugmentationConfig(
        speed,
        randomCrop,
        shiftSeconds,
        noiseSnrDb,
        gainDb,
        count,
        frames,
        frequencyMasks,
        frequencyMaskBands);
  }

  /** The same with masks over frequency. */
  public AugmentationConfig withFrequencyMasks(int count, int bands) {
    return new AugmentationConfig(
        speed,
        randomCrop,
        shiftSeconds,
        noiseSnrDb,
        gainDb,
        timeMasks,
        timeMaskFrames,
        count,
        bands);
  }

  /** Whether spectrograms are masked. */
  public boolean masks() {
    return timeMasks > 0 || frequencyMasks > 0;
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public AugmentationConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link AugmentationConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public List<Double> speed;
    public boolean randomCrop;
    public double shiftSeconds;
    public List<Double> noiseSnrDb;
    public double gainDb;
    public int timeMasks;
    public int timeMaskFrames;
    public int frequencyMasks;
    public int frequencyMaskBands;

    private Edit(AugmentationConfig from) {
      speed = from.speed;
      randomCrop = from.randomCrop;
      shiftSeconds = from.shiftSeconds;
      noiseSnrDb = from.noiseSnrDb;
      gainDb = from.gainDb;
      timeMasks = from.timeMasks;
      timeMaskFrames = from.timeMaskFrames;
      frequencyMasks = from.frequencyMasks;
      frequencyMaskBands = from.frequencyMaskBands;
    }

    private AugmentationConfig made() {
      return new AugmentationConfig(
          speed,
          randomCrop,
          shiftSeconds,
          noiseSnrDb,
          gainDb,
          timeMasks,
          timeMaskFrames,
          frequencyMasks,
          frequencyMaskBands);
    }
  }
}
