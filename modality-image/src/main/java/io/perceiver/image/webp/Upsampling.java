package io.perceiver.image.webp;

/**
 * Turns planes with chroma of half the size into red, green and blue: chroma is interpolated with
 * the weights 9, 3, 3 and 1, and all is rounded as in libwebp.
 */
final class Upsampling {
  private static final int WHITE = (256 << 6) - 1;

  private final Plane luma;
  private final Plane blue;
  private final Plane red;

  Upsampling(Plane luma, Plane blue, Plane red) {
    this.luma = luma;
    this.blue = blue;
    this.red = red;
  }

  byte[] colours(int height, int width) {
    byte[] colours = new byte[Math.multiplyExact(Math.multiplyExact(height, width), 3)];
    int chromaRows = (height + 1) / 2;
    int[] u = new int[width];
    int[] v = new int[width];
    for (int row = 0; row < height; row++) {
      // an odd row lies closer to the chroma row above it, an even one to that below
      int near = row / 2;
      int far = Math.max(0, Math.min(chromaRows - 1, (row & 1) == 0 ? near - 1 : near + 1));
      line(blue, near, far, u);
      line(red, near, far, v);
      int at = luma.at(row, 0);
      for (int column = 0; column < width; column++) {
        colour(luma.get(at + column), u[column], v[column], colours, 3 * (row * width + column));
      }
    }
    return colours;
  }

  /** Interpolates one line of chroma. */
  private static void line(Plane plane, int near, int far, int[] line) {
    int width = line.length;
    int from = plane.at(near, 0);
    int other = plane.at(far, 0);
    line[0] = (3 * plane.get(from) + plane.get(other) + 2) >> 2;
    for (int x = 1; x <= (width - 1) >> 1; x++) {
      int a = plane.get(from + x - 1);
      int b = plane.get(from + x);
      int c = plane.get(other + x - 1);
      int d = plane.get(other + x);
      int sum = a + b + c + d + 8;
      line[2 * x - 1] = (((sum + 2 * (b + c)) >> 3) + a) >> 1;
      line[2 * x] = (((sum + 2 * (a + d)) >> 3) + b) >> 1;
    }
    if ((width & 1) == 0) {
      int last = width / 2 - 1;
      line[width - 1] = (3 * plane.get(from + last) + plane.get(other + last) + 2) >> 2;
    }
  }

  private static void colour(int y, int u, int v, byte[] colours, int at) {
    int luma = (y * 19077) >> 8;
    colours[at] = level(luma + ((v * 26149) >> 8) - 14234);
    colours[at + 1] = level(luma - ((u * 6419) >> 8) - ((v * 13320) >> 8) + 8708);
    colours[at + 2] = level(luma + ((u * 33050) >> 8) - 17685);
  }

  private static byte level(int value) {
    return (byte) (Math.max(0, Math.min(WHITE, value)) >> 6);
  }
}
