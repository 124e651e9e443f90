package io.perceiver.image.raster;

import java.util.Arrays;

/** The samples of an image in the array that their kind needs. */
sealed interface Plane {
  /** What the samples are. */
  SampleKind kind();

  /** Number of samples. */
  int size();

  /** One sample as it is stored. */
  float value(int index);

  /** Writes one sample, rounded and cut to the kind's range if that is of whole numbers. */
  void put(int index, double value);

  /** Copies samples from another of the same kind. */
  void copy(Plane from, int start, int at, int count);

  /** Makes another of the same kind, all samples of one level between 0 and 255. */
  Plane blank(int size, int level);

  /** Whether kind and samples are equal. */
  boolean same(Plane other);

  /** A hash of the samples. */
  int hash();

  /** Samples of 8 bits. */
  record Bytes(byte[] samples) implements Plane {
    @Override
    public SampleKind kind() {
      return SampleKind.BYTE;
    }

    @Override
    public int size() {
      return samples.length;
    }

    @Override
    public float value(int index) {
      return samples[index] & 0xff;
    }

    @Override
    public void put(int index, double value) {
      samples[index] = (byte) Math.max(0, Math.min(255, Math.round(value)));
    }

    @Override
    public void copy(Plane from, int start, int at, int count) {
      byte[] source = ((Bytes) from).samples;
      if (count <= 3) {
        for (int i = 0; i < count; i++) {
          samples[at + i] = source[start + i];
        }
      } else {
        System.arraycopy(source, start, samples, at, count);
      }
    }

    @Override
    public Plane blank(int size, int level) {
      byte[] blank = new byte[size];
      Arrays.fill(blank, (byte) level);
      return new Bytes(blank);
    }

    @Override
    public boolean same(Plane other) {
      return other instanceof Bytes that && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hash() {
      return Arrays.hashCode(samples);
    }
  }

  /** Levels or indices of 16 bits. */
  record Shorts(short[] samples, SampleKind kind) implements Plane {
    @Override
    public int size() {
      return samples.length;
    }

    @Override
    public float value(int index) {
      return samples[index] & 0xffff;
    }

    @Override
    public void put(int index, double value) {
      samples[index] = (short) Math.max(0, Math.min(0xffff, Math.round(value)));
    }

    @Override
    public void copy(Plane from, int start, int at, int count) {
      System.arraycopy(((Shorts) from).samples, start, samples, at, count);
    }

    @Override
    public Plane blank(int size, int level) {
      short[] blank = new short[size];
      Arrays.fill(blank, (short) Math.round(kind.value(level)));
      return new Shorts(blank, kind);
    }

    @Override
    public boolean same(Plane other) {
      return other instanceof Shorts that
          && kind == that.kind
          && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hash() {
      return Arrays.hashCode(samples);
    }
  }

  /** Numbers of 32 bits. */
  record Floats(float[] samples) implements Plane {
    @Override
    public SampleKind kind() {
      return SampleKind.FLOAT;
    }

    @Override
    public int size() {
      return samples.length;
    }

    @Override
    public float value(int index) {
      return samples[index];
    }

    @Override
    public void put(int index, double value) {
      samples[index] = (float) value;
    }

    @Override
    public void copy(Plane from, int start, int at, int count) {
      System.arraycopy(((Floats) from).samples, start, samples, at, count);
    }

    @Override
    public Plane blank(int size, int level) {
      float[] blank = new float[size];
      Arrays.fill(blank, (float) kind().value(level));
      return new Floats(blank);
    }

    @Override
    public boolean same(Plane other) {
      return other instanceof Floats that && Arrays.equals(samples, that.samples);
    }

    @Override
    public int hash() {
      return Arrays.hashCode(samples);
    }
  }
}
