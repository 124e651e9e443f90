package io.perceiver.api.position;

import ai.djl.nn.Block;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Fourier position encoding: sin(π f x) and cos(π f x) of every coordinate x in [-1, 1], with K
 * frequencies f linearly spaced from 1 to half the maximum frequency, both ends included (Perceiver
 * §3.2 and App. D). With one band f is 1.
 *
 * @param bands K of each axis, or one value for all
 * @param maxFrequency of each axis, or one value for all; empty takes the size of each axis of the
 *     grid, whose half is the Nyquist frequency
 * @param order the order of the channels
 * @param rawPositions whether the coordinates themselves are channels too
 * @param sinesOnly whether cosines are left out
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FourierFeatures(
    @Setting(value = "frequency bands: one number, or one for each axis", min = 1, max = MAX_BANDS)
        List<Integer> bands,
    @Setting(
            value =
                "highest frequency is half of this: one number, or one for each axis; [] takes the"
                    + " size of the grid",
            min = 0,
            aboveMin = true)
        List<Double> maxFrequency,
    @Setting("order of the channels; matters only for weights trained elsewhere")
        ChannelOrder order,
    @Setting("whether the positions themselves are channels too") boolean rawPositions,
    @Setting("whether cosines are left out") boolean sinesOnly)
    implements PositionEncoding {

  private static final int MAX_BANDS = 1 << 14;

  /** Checks the numbers. */
  public FourierFeatures {
    bands = List.copyOf(bands);
    maxFrequency = List.copyOf(maxFrequency);
    Problems problems = new Problems("");
    problems.check(
        !bands.isEmpty() && bands.stream().allMatch(k -> k >= 1 && k <= MAX_BANDS),
        "bands",
        bands,
        "1 to " + MAX_BANDS);
    problems.check(
        maxFrequency.stream().allMatch(f -> f > 0 && Double.isFinite(f)),
        "maxFrequency",
        maxFrequency,
        "above 0");
    problems.throwIfAny();
  }

  /**
   * Returns the encoding in the paper's order, with raw positions, sines and cosines, up to the
   * grid's own Nyquist frequency.
   */
  public static FourierFeatures of(int bands) {
    return new FourierFeatures(List.of(bands), List.of(), ChannelOrder.PAPER, true, false);
  }

  /** Returns the encoding in the paper's order, with raw positions, sines and cosines. */
  public static FourierFeatures of(int bands, double maxFrequency) {
    return new FourierFeatures(
        List.of(bands), List.of(maxFrequency), ChannelOrder.PAPER, true, false);
  }

  /** Returns the same encoding with its channels in another order. */
  public FourierFeatures in(ChannelOrder newOrder) {
    return new FourierFeatures(bands, maxFrequency, newOrder, rawPositions, sinesOnly);
  }

  @Override
  public int channels(ByteArraySpec spec) {
    int channels = 0;
    for (double[] axis : frequencies(spec)) {
      channels += axis.length * (sinesOnly ? 1 : 2) + (rawPositions ? 1 : 0);
    }
    return channels;
  }

  @Override
  public String explain(ByteArraySpec spec) {
    String waves = sinesOnly ? "%d bands" : "2 × %d bands";
    String raw = rawPositions ? " + 1 position" : "";
    if (bands.size() == 1) {
      return String.format(
          "%d %s × (" + waves + "%s)",
          spec.axes(),
          spec.axes() == 1 ? "axis" : "axes",
          bands.get(0),
          raw);
    }
    List<String> axes = new ArrayList<>();
    for (int k : bands) {
      axes.add(String.format("(" + waves + "%s)", k, raw));
    }
    return String.join(" + ", axes);
  }

  @Override
  public Block block(ByteArraySpec spec) {
    return new FourierBlock(frequencies(spec), order, rawPositions, sinesOnly);
  }

  /**
   * Returns the frequencies of every axis, (axis, band).
   *
   * @throws io.perceiver.api.InvalidSpecException if the lists do not fit the axes
   */
  public double[][] frequencies(ByteArraySpec spec) {
    int axes = spec.axes();
    boolean grid = spec.sharedPositions().map(p -> p.isGrid()).orElse(false);
    Problems problems = new Problems("");
    problems.check(
        bands.size() == 1 || bands.size() == axes,
        "bands",
        bands,
        "one number, or one for each of the " + axes + " axes");
    problems.check(
        maxFrequency.size() == 1 || maxFrequency.size() == axes || (maxFrequency.isEmpty() && grid),
        "maxFrequency",
        maxFrequency,
        "one number, or one for each of the "
            + axes
            + " axes; it cannot be left out where the elements form no even grid");
    problems.throwIfAny();
    double[][] frequencies = new double[axes][];
    for (int axis = 0; axis < axes; axis++) {
      double maximum =
          maxFrequency.isEmpty()
              ? spec.sharedPositions().orElseThrow().shape()[axis]
              : maxFrequency.get(Math.min(axis, maxFrequency.size() - 1));
      frequencies[axis] = spaced(bands.get(Math.min(axis, bands.size() - 1)), maximum / 2);
    }
    return frequencies;
  }

  private static double[] spaced(int count, double last) {
    double[] values = new double[count];
    for (int band = 0; band < count; band++) {
      values[band] = count == 1 ? 1 : 1 + (last - 1) * band / (count - 1);
    }
    return values;
  }
}
