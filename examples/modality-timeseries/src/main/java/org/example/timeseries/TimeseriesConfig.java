package org.example.timeseries;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.HashSet;
import java.util.List;

/**
 * How series are read and tokenized: the keys of a modality's section.
 *
 * @param time column of the time stamps
 * @param channels columns of the measurements
 * @param series column that says which series a row of a table is of; not looked at in a file that
 *     is one series
 * @param maxRows M, the most rows of an example
 * @param longer what happens to a longer series
 * @param duration time between positions -1 and 1; 0 takes each series' own span
 * @param standardise whose mean and sd a channel is brought to
 * @param mean of each channel, for {@link Standardise#CONFIGURED}
 * @param sd of each channel, for {@link Standardise#CONFIGURED}
 * @param embedding channels of a learned map of every element; 0 for none
 * @param augmentation random changes in training
 */
public record TimeseriesConfig(
    @Setting("column of the time stamps: numbers in any unit, or ISO-8601 instants") String time,
    @Setting("columns of the measurements, one channel each") List<String> channels,
    @Setting("column that names the series of a row, in a table of many series") String series,
    @Setting(value = "most rows of an example", unit = "rows", min = 1, max = MAX_ROWS) int maxRows,
    @Setting("a series longer than maxRows or duration: fail, cut its end, or thin it out evenly")
        LongSeries longer,
    @Setting(
            value = "time from position -1 to 1, seconds for instants; 0 takes each series' span",
            unit = "unit of the time stamps",
            min = 0)
        double duration,
    @Setting("by the mean and sd below, or by those of each series itself") Standardise standardise,
    @Setting("subtracted from the measurements: one number, or one for each channel")
        List<Double> mean,
    @Setting("what the difference is divided by: one number, or one for each channel")
        List<Double> sd,
    @Setting(
            value = "channels of a learned map of every element; 0 for none",
            min = 0,
            max = MAX_EMBEDDING)
        int embedding,
    @Setting("random changes in training") AugmentationConfig augmentation) {

  static final int MAX_ROWS = 1_000_000;
  static final int MAX_EMBEDDING = 4096;

  /**
   * Checks the values, whoever made them: a configuration file or a program.
   *
   * @throws io.perceiver.api.InvalidSpecException naming every mistake with its key
   */
  public TimeseriesConfig {
    channels = List.copyOf(channels);
    mean = List.copyOf(mean);
    sd = List.copyOf(sd);
    Problems problems = new Problems("");
    problems.check(!time.isBlank(), "time", "'" + time + "'", "a column name");
    problems.check(!series.isBlank(), "series", "'" + series + "'", "a column name");
    problems.check(
        !channels.isEmpty()
            && new HashSet<>(channels).size() == channels.size()
            && !channels.contains(time),
        "channels",
        channels,
        "at least one column, each once, without the time column");
    problems.checkRange("maxRows", maxRows, 1, MAX_ROWS);
    problems.check(
        duration >= 0 && Double.isFinite(duration), "duration", duration, "0, or a time above it");
    String count = "one number, or one for each of the " + channels.size() + " channels";
    problems.check(
        fits(mean, channels) && mean.stream().allMatch(Double::isFinite), "mean", mean, count);
    problems.check(
        fits(sd, channels) && sd.stream().allMatch(x -> x > 0 && Double.isFinite(x)),
        "sd",
        sd,
        count + ", above 0");
    problems.checkRange("embedding", embedding, 0, MAX_EMBEDDING);
    problems.throwIfAny();
  }

  private static boolean fits(List<Double> numbers, List<String> channels) {
    return numbers.size() == 1 || numbers.size() == channels.size();
  }

  /** Columns {@code time} and {@code value}, up to 256 rows, as measured. */
  public static TimeseriesConfig defaults() {
    return new TimeseriesConfig(
        "time",
        List.of("value"),
        "series",
        256,
        LongSeries.FAIL,
        0,
        Standardise.CONFIGURED,
        List.of(0.0),
        List.of(1.0),
        0,
        AugmentationConfig.none());
  }
}
