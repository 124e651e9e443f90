package io.perceiver.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What an ear without any learning makes of a sound: the course of its pitch, from zero crossings,
 * and the pauses in it.
 *
 * @param pauses how often it falls silent in between
 * @param climb from the first third of its pitches to the last, octaves
 * @param spread standard deviation of its pitches, octaves
 */
record SoundStatistics(int pauses, double climb, double spread) {
  private static final int FRAME = 160; // samples: 20 ms
  private static final double SILENT = 0.35; // of the loudest frame

  static SoundStatistics of(double[] noisy) {
    double[] samples = smooth(noisy);
    List<double[]> frames = new ArrayList<>();
    double loudest = 0;
    for (int from = 0; from + FRAME <= samples.length; from += FRAME) {
      double[] frame = Arrays.copyOfRange(samples, from, from + FRAME);
      frames.add(frame);
      loudest = Math.max(loudest, power(frame));
    }
    List<Double> pitches = new ArrayList<>();
    int starts = 0;
    boolean silent = true;
    for (double[] frame : frames) {
      boolean quiet = Math.sqrt(power(frame) / loudest) < SILENT;
      starts += silent && !quiet ? 1 : 0;
      silent = quiet;
      if (!quiet) {
        pitches.add(Math.log(pitch(frame)) / Math.log(2));
      }
    }
    int third = Math.max(1, pitches.size() / 3);
    double first = mean(pitches.subList(0, third));
    double last = mean(pitches.subList(pitches.size() - third, pitches.size()));
    return new SoundStatistics(starts - 1, last - first, deviation(pitches));
  }

  /** Which sound this must be. */
  Sound sound() {
    if (pauses > 0) {
      return Sound.BEEPS;
    }
    if (Math.abs(climb) > 0.4) {
      return climb > 0 ? Sound.RISE : Sound.FALL;
    }
    return spread > 0.17 ? Sound.WARBLE : Sound.HUM;
  }

  /** Means of five samples, so that noise adds no crossings. */
  private static double[] smooth(double[] noisy) {
    double[] smooth = new double[noisy.length - 4];
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] = (noisy[i] + noisy[i + 1] + noisy[i + 2] + noisy[i + 3] + noisy[i + 4]) / 5;
    }
    return smooth;
  }

  private static double power(double[] frame) {
    double squares = 0;
    for (double sample : frame) {
      squares += sample * sample;
    }
    return squares;
  }

  /** Half the zero crossings, between the first and the last of them. */
  private static double pitch(double[] frame) {
    int crossings = 0;
    int first = -1;
    int last = 0;
    for (int i = 1; i < frame.length; i++) {
      if ((frame[i] >= 0) != (frame[i - 1] >= 0)) {
        crossings++;
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return Math.max(crossings - 1, 1) / 2.0 / Math.max(last - first, 1);
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double deviation(List<Double> values) {
    double mean = mean(values);
    return Math.sqrt(
        values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElseThrow());
  }
}
