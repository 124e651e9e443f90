package io.perceiver.audio.mel;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How the log-mel spectrogram of a clip is made and cut into elements.
 *
 * @param windowMs length of a frame
 * @param hopMs distance of two frames
 * @param melBands number of bands
 * @param minHz where the lowest band begins
 * @param maxHz where the highest band ends; empty for half the rate
 * @param floorDb range kept below the loudest value of the clip
 * @param framesPerElement frames of one element
 * @param bandsPerElement bands of one element, a divisor of melBands; empty for all
 * @param standardise what decibels become
 * @param scale on which bands are evenly spaced
 * @param areaNormalised whether the filters of all bands have one area, instead of one height
 * @param centred whether frame i lies around sample i × hop, instead of behind it
 */
public record MelConfig(
    @Setting(value = "length of a frame", unit = "ms", min = MIN_MS, max = MAX_MS) double windowMs,
    @Setting(value = "distance of two frames", unit = "ms", min = MIN_MS, max = MAX_MS)
        double hopMs,
    @Setting(value = "number of bands, evenly spaced on the mel scale", min = 1, max = MAX_BANDS)
        int melBands,
    @Setting(value = "where the lowest band begins", unit = "Hz", min = 0) double minHz,
    @Setting(
            value = "where the highest band ends; null for half the rate, the most there is",
            unit = "Hz",
            min = 1)
        Optional<Double> maxHz,
    @Setting(
            value = "range kept below the loudest value of the clip",
            unit = "dB",
            min = 1,
            max = MAX_FLOOR_DB)
        double floorDb,
    @Setting(value = "frames of one element", min = 1, max = MAX_FRAMES) int framesPerElement,
    @Setting(
            value = "bands of one element, a divisor of melBands; null for all",
            min = 1,
            max = MAX_BANDS)
        Optional<Integer> bandsPerElement,
    @Setting(
            "what decibels become: from -1 to 1 (none), or mean 0 and standard deviation 1 over the"
                + " clip or over the time of each band")
        Standardisation standardise,
    @Setting("on which bands are evenly spaced: HTK's, or Slaney's as in librosa") MelScale scale,
    @Setting(
            "whether the filters of all bands have an area of 1 (Slaney's, as in librosa), instead"
                + " of a height of 1")
        boolean areaNormalised,
    @Setting(
            "whether frames lie around their time, with silence before the start, as in librosa;"
                + " otherwise they begin there")
        boolean centred) {

  static final double MIN_MS = 0.1;
  static final double MAX_MS = 1000;
  static final int MAX_BANDS = 1024;
  static final int MAX_FRAMES = 4096;
  static final double MAX_FLOOR_DB = 200;

  /**
   * Checks what can be checked without knowing the rate.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public MelConfig {
    Problems problems = new Problems("");
    within(problems, "windowMs", windowMs, MIN_MS, MAX_MS);
    within(problems, "hopMs", hopMs, MIN_MS, MAX_MS);
    within(problems, "melBands", melBands, 1, MAX_BANDS);
    problems.check(minHz >= 0 && Double.isFinite(minHz), "minHz", minHz, "0 or more");
    if (maxHz.isPresent()) {
      problems.check(
          maxHz.get() > minHz && Double.isFinite(maxHz.get()),
          "maxHz",
          maxHz.get(),
          "above minHz, " + minHz);
    }
    within(problems, "floorDb", floorDb, 1, MAX_FLOOR_DB);
    within(problems, "framesPerElement", framesPerElement, 1, MAX_FRAMES);
    if (bandsPerElement.isPresent()) {
      int bands = bandsPerElement.get();
      problems.check(
          bands > 0 && melBands % bands == 0,
          "bandsPerElement",
          bands,
          "a divisor of melBands, " + melBands);
    }
    problems.throwIfAny();
  }

  private static void within(
      Problems problems, String key, double value, double least, double most) {
    Object shown = value == Math.rint(value) ? (Object) (long) value : (Object) value;
    problems.check(value >= least && value <= most, key, shown, range(least, most));
  }

  private static String range(double least, double most) {
    return (least == Math.rint(least) ? (Object) (long) least : (Object) least)
        + " to "
        + (long) most;
  }

  /**
   * For speech: frames of 25 ms every 10 ms, 64 bands from 20 Hz up, 80 dB, standardised over the
   * clip; one element holds all bands of 2 frames.
   */
  public static MelConfig defaults() {
    return new MelConfig(
        25,
        10,
        64,
        20,
        Optional.empty(),
        80,
        2,
        Optional.empty(),
        Standardisation.CLIP,
        MelScale.HTK,
        false,
        false);
  }

  /** The same with filters and frames as librosa has them by default. */
  public MelConfig asLibrosa() {
    return new MelConfig(
        windowMs,
        hopMs,
        melBands,
        minHz,
        maxHz,
        floorDb,
        framesPerElement,
        bandsPerElement,
        standardise,
        MelScale.SLANEY,
        true,
        true);
  }

  /** The same with other elements. */
  public MelConfig withElements(int frames, int bands) {
    return with(
        edit -> {
          edit.framesPerElement = frames;
          edit.bandsPerElement = Optional.of(bands);
        });
  }

  /** The same with another standardisation. */
  public MelConfig withStandardise(Standardisation other) {
    return with(edit -> edit.standardise = other);
  }

  /** Returns where the highest band ends at a rate. */
  public double topHz(int rateHz) {
    return maxHz.orElse(rateHz / 2.0);
  }

  /** Bands of one element. */
  public int bandsOfElement() {
    return bandsPerElement.orElse(melBands);
  }

  /** Samples of a frame at a rate. */
  public int window(int rateHz) {
    return (int) Math.round(windowMs * rateHz / 1000);
  }

  /** Samples from one frame to the next at a rate. */
  public int hop(int rateHz) {
    return (int) Math.round(hopMs * rateHz / 1000);
  }

  /**
   * Records what does not fit a rate.
   *
   * @param problems receives the mistakes, by this record's keys
   */
  public void check(int rateHz, Problems problems) {
    boolean frames = problems.check(window(rateHz) >= 2, "windowMs", windowMs, least(2, rateHz));
    problems.check(hop(rateHz) >= 1, "hopMs", hopMs, least(1, rateHz));
    boolean range =
        problems.check(
            topHz(rateHz) <= rateHz / 2.0,
            "maxHz",
            topHz(rateHz),
            "at most " + rateHz / 2.0 + ", half of sampleRateHz");
    range &=
        problems.check(
            minHz < topHz(rateHz), "minHz", minHz, "below the highest band, " + topHz(rateHz));
    if (frames && range) {
      int empty = LogMel.filters(this, rateHz).emptyBands();
      problems.check(
          empty == 0,
          "melBands",
          melBands,
          "so few that a window of "
              + windowMs
              + " ms tells them apart; "
              + empty
              + " would be empty: choose fewer bands or a longer window");
    }
  }

  private static String least(int samples, int rateHz) {
    return "at least "
        + samples
        + (samples == 1 ? " sample" : " samples")
        + " at "
        + rateHz
        + " Hz";
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public MelConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link MelConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public double windowMs;
    public double hopMs;
    public int melBands;
    public double minHz;
    public Optional<Double> maxHz;
    public double floorDb;
    public int framesPerElement;
    public Optional<Integer> bandsPerElement;
    public Standardisation standardise;
    public MelScale scale;
    public boolean areaNormalised;
    public boolean centred;

    private Edit(MelConfig from) {
      windowMs = from.windowMs;
      hopMs = from.hopMs;
      melBands = from.melBands;
      minHz = from.minHz;
      maxHz = from.maxHz;
      floorDb = from.floorDb;
      framesPerElement = from.framesPerElement;
      bandsPerElement = from.bandsPerElement;
      standardise = from.standardise;
      scale = from.scale;
      areaNormalised = from.areaNormalised;
      centred = from.centred;
    }

    private MelConfig made() {
      return new MelConfig(
          windowMs,
          hopMs,
          melBands,
          minHz,
          maxHz,
          floorDb,
          framesPerElement,
          bandsPerElement,
          standardise,
          scale,
          areaNormalised,
          centred);
    }
  }
}
