package io.perceiver.image.file;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;
import java.awt.image.DataBuffer;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes the first page of TIFF and BigTIFF files. */
final class TiffDecoder {
  private static final int WIDEST_LEVEL = 16;
  private static final int MOST_INDEX = 65535;

  private final Claims claims;
  private final Wish wish;
  private final TiffFile tiff;

  private TiffDecoder(Claims claims, Wish wish) throws UnreadableExampleException {
    this.claims = claims;
    this.wish = wish;
    this.tiff = TiffFile.read(claims.name(), claims.file());
  }

  static Raster decode(Claims claims, Wish wish) throws IOException {
    return new TiffDecoder(claims, wish).decode();
  }

  private Raster decode() throws IOException {
    Damage damage = new Damage();
    ImageReader reader = ImageFormat.TIFF.newReader();
    try (ImageInputStream stream = new ByteArrayImageInputStream(tiff.decodable(claims.file()))) {
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, false, true);
      claims.checkSize(reader.getWidth(0), reader.getHeight(0), wish.maxPixels());
      Raster image =
          holdsNumbers()
              ? numbers(reader.readRaster(0, null))
              : Samples.of(claims.name(), reader.read(0), wish, tiff.hasAlpha());
      damage.throwIfAny();
      return image;
    } finally {
      reader.dispose();
    }
  }

  /** Whether the samples are other than levels from 0 to the largest that their bits can hold. */
  private boolean holdsNumbers() {
    return tiff.isFloat() || tiff.isSigned() || tiff.bits() > WIDEST_LEVEL;
  }

  private Raster numbers(java.awt.image.Raster raw) throws UnreadableExampleException {
    String name = claims.name();
    int channels = Math.min(raw.getNumBands(), tiff.colours());
    if (tiff.isInverted()) {
      throw new UnreadableExampleException(
          name, "float or signed samples whose 0 is white are not read; write them as BlackIsZero");
    }
    double[] samples = samples(raw, channels);
    if (wish.indices()) {
      return indices(raw, channels, samples);
    }
    if (!tiff.isFloat()) {
      String kind = tiff.bits() + "-bit " + (tiff.isSigned() ? "signed" : "unsigned");
      wish.range().require(name, kind, samples);
    }
    return wish.range().scaled(name, raw.getHeight(), raw.getWidth(), channels, samples);
  }

  private double[] samples(java.awt.image.Raster raw, int channels) {
    int bits = tiff.bits();
    double[] samples = new double[raw.getHeight() * raw.getWidth() * channels];
    double[] line = new double[raw.getWidth() * raw.getNumBands()];
    boolean whole =
        raw.getTransferType() != DataBuffer.TYPE_FLOAT
            && raw.getTransferType() != DataBuffer.TYPE_DOUBLE;
    int at = 0;
    for (int row = 0; row < raw.getHeight(); row++) {
      raw.getPixels(0, row, raw.getWidth(), 1, line);
      for (int pixel = 0; pixel < line.length; pixel += raw.getNumBands()) {
        for (int band = 0; band < channels; band++) {
          samples[at++] = whole ? signed((long) line[pixel + band], bits) : line[pixel + band];
        }
      }
    }
    return samples;
  }

  /** The number that these bits stand for, whether Java took them as signed or not. */
  private long signed(long number, int bits) {
    int unused = Long.SIZE - bits;
    return tiff.isSigned() ? number << unused >> unused : number << unused >>> unused;
  }

  private Raster indices(java.awt.image.Raster raw, int channels, double[] samples)
      throws UnreadableExampleException {
    int[] indices = new int[samples.length];
    for (int i = 0; i < indices.length; i++) {
      if (samples[i] != Math.rint(samples[i]) || samples[i] < 0 || samples[i] > MOST_INDEX) {
        throw new UnreadableExampleException(
            claims.name(),
            "sample " + i + " is " + samples[i] + "; indices are whole numbers from 0 to 65535");
      }
      indices[i] = (int) samples[i];
    }
    return Depth.raster(
        claims.name(), raw.getHeight(), raw.getWidth(), channels, indices, MOST_INDEX, wish);
  }
}
