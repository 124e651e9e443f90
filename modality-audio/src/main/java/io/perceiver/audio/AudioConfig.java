package io.perceiver.audio;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.audio.augment.AugmentationConfig;
import io.perceiver.audio.mel.LogMel;
import io.perceiver.audio.mel.MelConfig;
import io.perceiver.audio.mel.MelGrid;
import io.perceiver.audio.signal.Crop;
import java.util.function.Consumer;

/**
 * How sounds are read and tokenized.
 *
 * @param sampleRateHz rate every sound is brought to
 * @param channels channels of every sound
 * @param maxSeconds longest clip the model takes; longer ones are cropped
 * @param maxSourceSeconds how much of a file is decoded
 * @param crop which part of a longer clip is kept
 * @param tokens what one element is
 * @param patch samples of an element; used only with {@link AudioTokens#WAVEFORM}
 * @param scaling how loud a clip is made; used only with {@link AudioTokens#WAVEFORM}
 * @param mel the spectrogram; used only with {@link AudioTokens#MEL}
 * @param augmentation random changes in training
 */
public record AudioConfig(
    @Setting(
            value = "rate every sound is brought to",
            unit = "Hz",
            min = MIN_RATE_HZ,
            max = MAX_RATE_HZ)
        int sampleRateHz,
    @Setting(
            value =
                "1: every sound is mixed to mono; more: exactly so many, or mono, which is copied",
            min = 1,
            max = MAX_CHANNELS)
        int channels,
    @Setting(
            value = "longest clip the model takes; longer ones are cropped",
            unit = "s",
            min = MIN_SECONDS,
            max = MAX_SECONDS)
        double maxSeconds,
    @Setting(
            value = "how much of a file is decoded, from its start; protects memory",
            unit = "s",
            min = MIN_SECONDS,
            max = MAX_SECONDS)
        double maxSourceSeconds,
    @Setting("which part of a clip longer than maxSeconds is kept") Crop crop,
    @Setting("what one element of the byte array is") AudioTokens tokens,
    @Setting(
            value = "samples of an element; unused for tokens: mel",
            unit = "samples",
            min = 1,
            max = MAX_PATCH)
        int patch,
    @Setting(
            "how loud a clip is made: as it is, to a root mean square of 1, or to a peak of 1;"
                + " unused for tokens: mel")
        Scaling scaling,
    @Setting("the log-mel spectrogram; unused for tokens: waveform") MelConfig mel,
    @Setting("random changes in training") AugmentationConfig augmentation) {

  static final int MIN_RATE_HZ = 1000;
  static final int MAX_RATE_HZ = 192_000;
  static final int MAX_CHANNELS = 64;
  static final double MIN_SECONDS = 0.01;
  static final double MAX_SECONDS = 3600;
  static final int MAX_PATCH = 65_536;
  static final int MAX_ELEMENTS = 1 << 20;

  /**
   * Checks the values and that they fit each other.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake
   */
  public AudioConfig {
    Problems problems = new Problems("");
    within(problems, "sampleRateHz", sampleRateHz, MIN_RATE_HZ, MAX_RATE_HZ);
    within(problems, "channels", channels, 1, MAX_CHANNELS);
    seconds(problems, "maxSeconds", maxSeconds);
    seconds(problems, "maxSourceSeconds", maxSourceSeconds);
    within(problems, "patch", patch, 1, MAX_PATCH);
    problems.check(
        tokens == AudioTokens.MEL || !augmentation.masks(),
        "augmentation",
        "a mask of a spectrogram",
        "timeMasks and frequencyMasks only with tokens: mel");
    if (problems.isEmpty()) {
      problems.check(
          maxSourceSeconds >= maxSeconds,
          "maxSourceSeconds",
          maxSourceSeconds,
          "at least maxSeconds, " + maxSeconds);
      Problems spectrogram = new Problems("mel");
      if (tokens == AudioTokens.MEL) {
        mel.check(sampleRateHz, spectrogram);
        spectrogram.all().forEach(problems::add);
      }
      if (spectrogram.isEmpty()) {
        long elements = elements(sampleRateHz, maxSeconds, tokens, patch, mel);
        problems.check(
            elements <= MAX_ELEMENTS,
            "maxSeconds",
            maxSeconds,
            "what gives at most " + MAX_ELEMENTS + " elements; this gives " + elements);
      }
    }
    problems.throwIfAny();
  }

  private static void within(Problems problems, String key, int value, int least, int most) {
    problems.check(value >= least && value <= most, key, value, least + " to " + most);
  }

  private static void seconds(Problems problems, String key, double value) {
    problems.check(
        value >= MIN_SECONDS && value <= MAX_SECONDS,
        key,
        value,
        MIN_SECONDS + " to " + (int) MAX_SECONDS);
  }

  private static long elements(
      int rateHz, double seconds, AudioTokens tokens, int patch, MelConfig mel) {
    int samples = samples(rateHz, seconds);
    if (tokens == AudioTokens.WAVEFORM) {
      return ((long) samples + patch - 1) / patch;
    }
    MelGrid grid = MelGrid.of(mel, 1);
    return (long) grid.columns(new LogMel(mel, rateHz).frames(samples)) * grid.rows();
  }

  private static int samples(int rateHz, double seconds) {
    return Math.max(1, (int) Math.round(seconds * rateHz));
  }

  /** Mono at 16 kHz, up to 2 seconds, as a log-mel spectrogram. */
  public static AudioConfig defaults() {
    return ofMel(16_000, 2, MelConfig.defaults());
  }

  /** Log-mel elements; everything else by default. */
  public static AudioConfig ofMel(int sampleRateHz, double maxSeconds, MelConfig mel) {
    return new AudioConfig(
        sampleRateHz,
        1,
        maxSeconds,
        60,
        Crop.START,
        AudioTokens.MEL,
        128,
        Scaling.RMS,
        mel,
        AugmentationConfig.none());
  }

  /** Elements of raw samples; everything else by default. */
  public static AudioConfig ofWaveform(int sampleRateHz, double maxSeconds, int patch) {
    return new AudioConfig(
        sampleRateHz,
        1,
        maxSeconds,
        60,
        Crop.START,
        AudioTokens.WAVEFORM,
        patch,
        Scaling.RMS,
        MelConfig.defaults(),
        AugmentationConfig.none());
  }

  /** The same with other channels. */
  public AudioConfig withChannels(int count) {
    return with(edit -> edit.channels = count);
  }

  /** The same, but keeping more or less of a file. */
  public AudioConfig withMaxSourceSeconds(double most) {
    return with(edit -> edit.maxSourceSeconds = most);
  }

  /** The same, but keeping another part of longer clips. */
  public AudioConfig withCrop(Crop part) {
    return with(edit -> edit.crop = part);
  }

  /** The same with another loudness of waveforms. */
  public AudioConfig withScaling(Scaling other) {
    return with(edit -> edit.scaling = other);
  }

  /** The same with other random changes in training. */
  public AudioConfig withAugmentation(AugmentationConfig changes) {
    return with(edit -> edit.augmentation = changes);
  }

  /** Samples of the longest clip. */
  public int maxSamples() {
    return samples(sampleRateHz, maxSeconds);
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public AudioConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link AudioConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public int sampleRateHz;
    public int channels;
    public double maxSeconds;
    public double maxSourceSeconds;
    public Crop crop;
    public AudioTokens tokens;
    public int patch;
    public Scaling scaling;
    public MelConfig mel;
    public AugmentationConfig augmentation;

    private Edit(AudioConfig from) {
      sampleRateHz = from.sampleRateHz;
      channels = from.channels;
      maxSeconds = from.maxSeconds;
      maxSourceSeconds = from.maxSourceSeconds;
      crop = from.crop;
      tokens = from.tokens;
      patch = from.patch;
      scaling = from.scaling;
      mel = from.mel;
      augmentation = from.augmentation;
    }

    private AudioConfig made() {
      return new AudioConfig(
          sampleRateHz,
          channels,
          maxSeconds,
          maxSourceSeconds,
          crop,
          tokens,
          patch,
          scaling,
          mel,
          augmentation);
    }
  }
}
