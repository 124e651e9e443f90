package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.image.raster.Raster;

/** Netpbm images: PBM, PGM and PPM (P1 to P6), as text or bytes, of 1 to 16 bits. */
final class PnmFile {
  private static final int MOST = 65535;

  private final Claims claims;
  private final byte[] file;
  private int at = 2;

  private PnmFile(Claims claims) {
    this.claims = claims;
    this.file = claims.file();
  }

  static Raster decode(Claims claims, Wish wish) throws UnreadableExampleException {
    return new PnmFile(claims).read(wish);
  }

  private Raster read(Wish wish) throws UnreadableExampleException {
    int kind = file[1] - '0';
    boolean bits = kind == 1 || kind == 4;
    int width = number("its width");
    int height = number("its height");
    int most = bits ? 1 : number("its largest sample");
    if (width == 0 || height == 0 || most == 0 || most > MOST) {
      throw refused(
          "its header says "
              + height
              + " × "
              + width
              + " pixels of samples up to "
              + most
              + "; allowed: 1 to "
              + MOST);
    }
    claims.checkSize(width, height, wish.maxPixels());
    int channels = kind == 3 || kind == 6 ? 3 : 1;
    long count = (long) width * height * channels;
    if (kind <= 3 && count > file.length) {
      throw refused(
          "cut short: its header says " + count + " samples, but it has " + file.length + " bytes");
    }
    int[] samples =
        kind <= 3 ? text((int) count, most, bits) : binary(width, (int) count, most, bits);
    return raster(height, width, channels, samples, most, bits, wish);
  }

  private Raster raster(
      int height, int width, int channels, int[] samples, int most, boolean bits, Wish wish)
      throws UnreadableExampleException {
    if (bits && !wish.indices()) {
      for (int i = 0; i < samples.length; i++) {
        samples[i] = 1 - samples[i];
      }
    }
    return Depth.raster(claims.name(), height, width, channels, samples, most, wish);
  }

  private int[] binary(int width, int count, int most, boolean bits)
      throws UnreadableExampleException {
    // one space ends the header
    int start = at + 1;
    int bytes = most > 255 ? 2 : 1;
    int line = (width + 7) / 8;
    long needed = bits ? (long) line * (count / width) : (long) count * bytes;
    if (start + needed > file.length) {
      throw refused(
          "cut short: its header says "
              + needed
              + " bytes of samples, but "
              + Math.max(0, file.length - start)
              + " are there");
    }
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      if (bits) {
        int column = i % width;
        samples[i] = file[start + i / width * line + column / 8] >> (7 - column % 8) & 1;
      } else {
        samples[i] =
            bytes == 1
                ? file[start + i] & 0xff
                : (file[start + 2 * i] & 0xff) << 8 | (file[start + 2 * i + 1] & 0xff);
      }
      check(samples[i], i, most);
    }
    return samples;
  }

  private int[] text(int count, int most, boolean bits) throws UnreadableExampleException {
    int[] samples = new int[count];
    for (int i = 0; i < count; i++) {
      if (bits) {
        skipSpace();
        int digit = at < file.length ? file[at++] - '0' : -1;
        if (digit != 0 && digit != 1) {
          throw refused("cut short or damaged: sample " + i + " of " + count + " is not 0 or 1");
        }
        samples[i] = digit;
      } else {
        samples[i] = number("sample " + i + " of " + count);
        check(samples[i], i, most);
      }
    }
    return samples;
  }

  private void check(int sample, int index, int most) throws UnreadableExampleException {
    if (sample > most) {
      throw refused(
          "sample "
              + index
              + " is "
              + sample
              + ", more than the largest that its header says, "
              + most);
    }
  }

  private int number(String what) throws UnreadableExampleException {
    skipSpace();
    int start = at;
    long value = 0;
    while (at < file.length && file[at] >= '0' && file[at] <= '9' && value <= Integer.MAX_VALUE) {
      value = value * 10 + file[at++] - '0';
    }
    if (at == start || value > Integer.MAX_VALUE) {
      throw refused("cut short or damaged: no number for " + what + " at byte " + start);
    }
    return (int) value;
  }

  private void skipSpace() {
    while (at < file.length) {
      if (file[at] == '#') {
        while (at < file.length && file[at] != '\n' && file[at] != '\r') {
          at++;
        }
      } else if (file[at] == ' ' || (file[at] >= '\t' && file[at] <= '\r')) {
        at++;
      } else {
        return;
      }
    }
  }

  private UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(claims.name(), reason);
  }
}
