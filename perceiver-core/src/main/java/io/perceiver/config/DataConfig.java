package io.perceiver.config;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.data.BadExamplePolicy;
import io.perceiver.data.check.CheckMode;
import io.perceiver.internal.data.DatasetLoader;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.apiguardian.api.API;

/**
 * What the {@code data} section holds for every dataset format; the format's own keys stand beside
 * these.
 *
 * @param path the folder, zip or file; absolute once it was read from a configuration
 * @param format name of the dataset format, or {@code auto} for the one that recognises the files
 * @param validation share of the training examples used for validation where the data has no
 *     validation split
 * @param threads that prepare batches; changes nothing but the time it takes
 * @param cacheMb memory in which a training keeps examples once they are decoded, so that later
 *     epochs need not decode them; a quarter of the heap at most, 0 for none; changes nothing but
 *     the time it takes
 * @param onBadExample what happens with an example that cannot be read
 * @param check how closely files are looked at before they are read in earnest
 * @param checkSeconds after which that check stops where it is; 0 for no limit
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record DataConfig(
    @Setting("folder, archive or file of the data set, relative to this file") Optional<Path> path,
    @Setting("dataset format; auto takes the one that recognises the files") String format,
    @Setting(
            value = "share of train used for validation, where the data has no validation split",
            min = 0,
            max = 1,
            belowMax = true)
        double validation,
    @Setting(value = "threads that prepare batches", min = 1, max = MAX_THREADS) int threads,
    @Setting(
            value = "memory for examples a training keeps decoded for later epochs; 0 for none",
            unit = "MB",
            min = 0,
            max = MAX_CACHE_MB)
        int cacheMb,
    @Setting("what happens with examples that cannot be read") BadExamplePolicy onBadExample,
    @Setting(
            "how files are checked before training: heads (the first bytes of each), all (each is read whole), none")
        CheckMode check,
    @Setting(
            value = "time after which that check stops where it is; 0 for no limit",
            unit = "s",
            min = 0,
            max = MAX_CHECK_SECONDS)
        int checkSeconds) {
  /** The format name that lets the files decide. */
  public static final String AUTO = DatasetLoader.AUTO;

  /**
   * No path, any format, a tenth for validation, two threads, half a gigabyte of kept examples, bad
   * examples end the run, first bytes are checked for a minute at most.
   */
  public static final DataConfig DEFAULT =
      new DataConfig(
          Optional.empty(), AUTO, 0.1, 2, 512, BadExamplePolicy.FAIL, CheckMode.HEADS, 60);

  private static final int MAX_THREADS = 256;
  private static final int MAX_CACHE_MB = 1 << 20;
  private static final int MAX_CHECK_SECONDS = 1_000_000;

  /** Checks the numbers. */
  public DataConfig {
    Problems problems = new Problems("");
    problems.check(
        validation >= 0 && validation < 1, "validation", validation, "from 0 to below 1");
    problems.checkRange("threads", threads, 1, MAX_THREADS);
    problems.checkRange("cacheMb", cacheMb, 0, MAX_CACHE_MB);
    problems.checkRange("checkSeconds", checkSeconds, 0, MAX_CHECK_SECONDS);
    problems.throwIfAny();
  }

  /** Returns a copy in which some components are changed, checked anew. */
  public DataConfig with(Consumer<Edit> change) {
    Edit edit = new Edit(this);
    change.accept(edit);
    return edit.made();
  }

  /** The components of {@link DataConfig}, to be changed within {@link #with}. */
  public static final class Edit {
    public Optional<Path> path;
    public String format;
    public double validation;
    public int threads;
    public int cacheMb;
    public BadExamplePolicy onBadExample;
    public CheckMode check;
    public int checkSeconds;

    private Edit(DataConfig from) {
      path = from.path;
      format = from.format;
      validation = from.validation;
      threads = from.threads;
      cacheMb = from.cacheMb;
      onBadExample = from.onBadExample;
      check = from.check;
      checkSeconds = from.checkSeconds;
    }

    private DataConfig made() {
      return new DataConfig(
          path, format, validation, threads, cacheMb, onBadExample, check, checkSeconds);
    }
  }
}
