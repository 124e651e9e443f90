package io.perceiver.image.file;

import io.perceiver.api.MemorySource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Small TIFF files of one strip, written tag by tag. */
final class TiffBytes {
  private static final int SHORT = 3;
  private static final int LONG = 4;

  private final byte[] strip;
  private final boolean big;
  private final List<int[]> tags = new ArrayList<>();

  private TiffBytes(byte[] strip, boolean big) {
    this.strip = strip;
    this.big = big;
  }

  /** One row of float32. */
  static MemorySource grey(float... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      bytes.putFloat(sample);
    }
    return image(bytes.array(), samples.length, 1, 32, 3).source("float.tif");
  }

  /** One row of int32. */
  static MemorySource whole(int... samples) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (int sample : samples) {
      bytes.putInt(sample);
    }
    return image(bytes.array(), samples.length, 1, 32, 2).source("whole.tif");
  }

  /** A BigTIFF of RGB. */
  static MemorySource big(byte[] samples, int height, int width) {
    TiffBytes tiff = new TiffBytes(samples, true);
    tiff.basics(width, height, 8, 3, 1);
    return tiff.source("big.tif");
  }

  /** One row of four bands, the fourth of the given meaning. */
  static MemorySource fourBands(int meaning, byte... samples) {
    TiffBytes tiff = new TiffBytes(samples, false);
    tiff.basics(samples.length / 4, 1, 8, 4, 1);
    tiff.tag(338, SHORT, meaning);
    return tiff.source("bands.tif");
  }

  /** One row of grey bytes with an orientation stored as a LONG. */
  static MemorySource turned(int orientation, byte... samples) {
    TiffBytes tiff = image(samples, samples.length, 1, 8, 1);
    tiff.tag(274, LONG, orientation);
    return tiff.source("turned.tif");
  }

  /** Grey bytes in fewer rows than the header says. */
  static MemorySource cut(int height, byte... row) {
    return image(row, row.length, height, 8, 1).source("cut.tif");
  }

  /** Grey bytes in strips of some rows, the last as long as its rows need. */
  static MemorySource strips(int width, int height, int rows, byte... samples) {
    TiffBytes tiff = image(samples, width, height, 8, 1);
    int count = (height + rows - 1) / rows;
    int[] offsets = new int[count];
    int[] sizes = new int[count];
    for (int i = 0; i < count; i++) {
      offsets[i] = 8 + i * rows * width;
      sizes[i] = Math.min(rows, height - i * rows) * width;
    }
    tiff.replace(273, LONG, offsets);
    tiff.replace(278, LONG, rows);
    tiff.replace(279, LONG, sizes);
    return tiff.source("strips.tif");
  }

  /** One row of grey bytes with one tag of another value. */
  static MemorySource with(int tag, int value, byte... samples) {
    TiffBytes tiff = image(samples, samples.length, 1, 8, 1);
    tiff.replace(tag, SHORT, value);
    return tiff.source("with.tif");
  }

  /** One pixel of grey, by its header, with so many bands. */
  static MemorySource bands(byte... samples) {
    TiffBytes tiff = new TiffBytes(samples, false);
    tiff.basics(1, 1, 8, samples.length, 1);
    tiff.replace(262, SHORT, 1);
    return tiff.source("bands.tif");
  }

  private void replace(int tag, int type, int... values) {
    tags.removeIf(entry -> entry[0] == tag);
    tag(tag, type, values);
  }

  private static TiffBytes image(byte[] strip, int width, int height, int bits, int format) {
    TiffBytes tiff = new TiffBytes(strip, false);
    tiff.basics(width, height, bits, 1, format);
    return tiff;
  }

  private void basics(int width, int height, int bits, int bands, int format) {
    tag(256, LONG, width);
    tag(257, LONG, height);
    int[] each = new int[bands];
    java.util.Arrays.fill(each, bits);
    tag(258, SHORT, each);
    tag(259, SHORT, 1);
    tag(262, SHORT, bands > 1 ? 2 : 1);
    tag(273, LONG, big ? 16 : 8);
    tag(277, SHORT, bands);
    tag(278, LONG, height);
    tag(279, LONG, strip.length);
    tag(339, SHORT, format);
  }

  private void tag(int tag, int type, int... values) {
    int[] entry = new int[values.length + 2];
    entry[0] = tag;
    entry[1] = type;
    System.arraycopy(values, 0, entry, 2, values.length);
    tags.add(entry);
  }

  private MemorySource source(String name) {
    tags.sort((one, other) -> Integer.compare(one[0], other[0]));
    int header = big ? 16 : 8;
    int entry = big ? 20 : 12;
    int field = big ? 8 : 4;
    int directory = header + strip.length;
    int extra = directory + (big ? 16 : 6) + tags.size() * entry;
    ByteBuffer file = ByteBuffer.allocate(extra + 64).order(ByteOrder.LITTLE_ENDIAN);
    file.put((byte) 'I').put((byte) 'I').putShort((short) (big ? 43 : 42));
    if (big) {
      file.putShort((short) 8).putShort((short) 0).putLong(directory);
    } else {
      file.putInt(directory);
    }
    file.put(strip);
    if (big) {
      file.putLong(tags.size());
    } else {
      file.putShort((short) tags.size());
    }
    for (int[] tag : tags) {
      int count = tag.length - 2;
      file.putShort((short) tag[0]).putShort((short) tag[1]);
      if (big) {
        file.putLong(count);
      } else {
        file.putInt(count);
      }
      int size = tag[1] == SHORT ? 2 : 4;
      int at = file.position();
      int to = at;
      if (count * size > field) {
        file.putInt(extra);
        to = extra;
        extra += count * size;
      }
      for (int i = 0; i < count; i++) {
        if (size == 2) {
          file.putShort(to + 2 * i, (short) tag[2 + i]);
        } else {
          file.putInt(to + 4 * i, tag[2 + i]);
        }
      }
      file.position(at + field);
    }
    return new MemorySource(name, java.util.Arrays.copyOf(file.array(), extra));
  }
}
