package io.perceiver.image.file;

import io.perceiver.image.raster.Raster;
import io.perceiver.image.webp.Vp8Frame;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/**
 * Decodes WebP: lossy frames by our own decoder, lossless ones by the library; alpha, animations
 * and orientation around them.
 */
final class WebpDecoder {
  private static final int VP8X_BYTES = 10;
  private static final int ANIMATED = 2;
  private static final int SIGNATURE = 0x2f;
  private static final int LOSSLESS_HEADER = 5;
  private static final int SIZE_BITS = 14;

  private final Claims claims;
  private final Wish wish;
  private final byte[] file;

  private WebpDecoder(Claims claims, Wish wish) {
    this.claims = claims;
    this.wish = wish;
    this.file = claims.file();
  }

  static Raster decode(Claims claims, Wish wish) throws IOException {
    return new WebpDecoder(claims, wish).decode();
  }

  private Raster decode() throws IOException {
    WebpFile webp = WebpFile.walk(claims.name(), file);
    Optional<int[]> extended = webp.chunk("VP8X");
    if (extended.isEmpty()) {
      return frame(webp).over(wish.background());
    }
    int at = extended.get()[0];
    if (extended.get()[1] - at < VP8X_BYTES) {
      throw webp.refused("damaged: its VP8X chunk is too short");
    }
    int width = webp.u24(at + 4) + 1;
    int height = webp.u24(at + 7) + 1;
    claims.checkSize(width, height, wish.maxPixels());
    boolean animated = (file[at] & ANIMATED) != 0;
    Layer layer = animated ? firstFrame(webp, height, width) : still(webp, height, width);
    return Orientation.of(file, webp.chunk("EXIF")).upright(layer.over(wish.background()));
  }

  private Layer still(WebpFile webp, int height, int width) throws IOException {
    Layer layer = frame(webp);
    requireSize(webp, layer, height, width, "canvas");
    return layer;
  }

  private Layer firstFrame(WebpFile webp, int height, int width) throws IOException {
    WebpFile inside = webp.firstFrame();
    int at = webp.chunk("ANMF").orElseThrow()[0];
    int left = 2 * webp.u24(at);
    int top = 2 * webp.u24(at + 3);
    Layer layer = frame(inside);
    requireSize(webp, layer, webp.u24(at + 9) + 1, webp.u24(at + 6) + 1, "first frame");
    if (left + layer.width() > width || top + layer.height() > height) {
      throw webp.refused("damaged: its first frame lies outside its canvas");
    }
    return layer.on(height, width, top, left);
  }

  private static void requireSize(WebpFile webp, Layer layer, int height, int width, String what)
      throws IOException {
    if (layer.height() != height || layer.width() != width) {
      throw webp.refused(
          "its header says that the "
              + what
              + " has "
              + height
              + " × "
              + width
              + " pixels, but its image has "
              + layer.height()
              + " × "
              + layer.width());
    }
  }

  private Layer frame(WebpFile webp) throws IOException {
    Optional<int[]> lossy = webp.chunk("VP8 ");
    if (lossy.isPresent()) {
      Vp8Frame frame = new Vp8Frame(file, lossy.get()[0], lossy.get()[1]);
      claims.checkSize(frame.width(), frame.height(), wish.maxPixels());
      Optional<int[]> stored = webp.chunk("ALPH");
      byte[] alpha =
          stored.isPresent()
              ? alpha(webp, stored.get(), frame.height(), frame.width())
              : new byte[0];
      return new Layer(frame.height(), frame.width(), frame.decode(), alpha);
    }
    int[] lossless =
        webp.chunk("VP8L").orElseThrow(() -> webp.refused("it has no image (VP8 or VP8L)"));
    if (lossless[1] - lossless[0] < LOSSLESS_HEADER || file[lossless[0]] != SIGNATURE) {
      throw webp.refused("damaged: its VP8L chunk has no header");
    }
    long header = webp.u32(lossless[0] + 1);
    int width = (int) (header & 0x3fff) + 1;
    int height = (int) (header >> SIZE_BITS & 0x3fff) + 1;
    claims.checkSize(width, height, wish.maxPixels());
    boolean hasAlpha = (header >> (2 * SIZE_BITS) & 1) != 0;
    return lossless(Arrays.copyOfRange(file, lossless[0], lossless[1]), hasAlpha);
  }

  /** The alpha plane beside a lossy frame, raw or coded like a lossless image's green. */
  private byte[] alpha(WebpFile webp, int[] chunk, int height, int width) throws IOException {
    int from = chunk[0] + 1;
    int size = chunk[1] - from;
    if (size < 0) {
      throw webp.refused("damaged: its ALPH chunk is empty");
    }
    int flags = file[chunk[0]];
    byte[] alpha;
    if ((flags & 3) == 0) {
      if (size < height * width) {
        throw webp.refused(
            "cut short: its ALPH chunk has " + size + " bytes for " + height * width + " pixels");
      }
      alpha = Arrays.copyOfRange(file, from, from + height * width);
    } else if ((flags & 3) == 1) {
      byte[] coded = new byte[LOSSLESS_HEADER + size];
      coded[0] = SIGNATURE;
      ByteBuffer.wrap(coded)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(1, width - 1 | (height - 1) << SIZE_BITS);
      System.arraycopy(file, from, coded, LOSSLESS_HEADER, size);
      byte[] colours = lossless(coded, false).colours();
      alpha = new byte[height * width];
      for (int i = 0; i < alpha.length; i++) {
        alpha[i] = colours[3 * i + 1];
      }
    } else {
      throw webp.refused("its ALPH chunk is of unknown compression " + (flags & 3));
    }
    AlphaFilter.undo(flags >> 2 & 3, alpha, height, width);
    return alpha;
  }

  private static Layer lossless(byte[] chunk, boolean hasAlpha) throws IOException {
    int padded = chunk.length + (chunk.length & 1);
    ByteBuffer simple = ByteBuffer.allocate(20 + padded).order(ByteOrder.LITTLE_ENDIAN);
    simple.put(new byte[] {'R', 'I', 'F', 'F'}).putInt(12 + padded);
    simple.put(new byte[] {'W', 'E', 'B', 'P', 'V', 'P', '8', 'L'}).putInt(chunk.length).put(chunk);
    ImageReader reader = ImageFormat.WEBP.newReader();
    Damage damage = new Damage();
    try (ImageInputStream stream = new PaddedStream(simple.array())) {
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, false, true);
      Layer layer = Layer.of(reader.read(0), hasAlpha);
      damage.throwIfAny();
      return layer;
    } finally {
      reader.dispose();
    }
  }

  /**
   * Colours and, unless all is opaque, alpha.
   *
   * @param colours three samples per pixel
   * @param alpha one sample per pixel, or none
   */
  private record Layer(int height, int width, byte[] colours, byte[] alpha) {
    private static final int OPAQUE = 255;

    static Layer of(BufferedImage image, boolean hasAlpha) {
      int height = image.getHeight();
      int width = image.getWidth();
      byte[] colours = new byte[height * width * 3];
      byte[] alpha = new byte[hasAlpha ? height * width : 0];
      int bands = image.getRaster().getNumBands();
      int[] line = new int[width * bands];
      for (int row = 0; row < height; row++) {
        image.getRaster().getPixels(0, row, width, 1, line);
        for (int column = 0; column < width; column++) {
          int pixel = row * width + column;
          for (int channel = 0; channel < 3; channel++) {
            colours[3 * pixel + channel] = (byte) line[column * bands + channel];
          }
          if (hasAlpha) {
            alpha[pixel] = (byte) line[column * bands + 3];
          }
        }
      }
      return new Layer(height, width, colours, alpha);
    }

    /** This layer on a transparent canvas. */
    Layer on(int canvasHeight, int canvasWidth, int top, int left) {
      byte[] canvas = new byte[Math.multiplyExact(canvasHeight * canvasWidth, 3)];
      byte[] visible = new byte[canvasHeight * canvasWidth];
      for (int pixel = 0; pixel < height * width; pixel++) {
        int to = (top + pixel / width) * canvasWidth + left + pixel % width;
        System.arraycopy(colours, 3 * pixel, canvas, 3 * to, 3);
        visible[to] = alpha.length == 0 ? (byte) OPAQUE : alpha[pixel];
      }
      return new Layer(canvasHeight, canvasWidth, canvas, visible);
    }

    /** This layer over a grey level. */
    Raster over(int background) {
      for (int i = 0; i < colours.length && alpha.length > 0; i++) {
        int share = alpha[i / 3] & 0xff;
        int level = colours[i] & 0xff;
        colours[i] = (byte) ((level * share + background * (OPAQUE - share) + 127) / OPAQUE);
      }
      return Raster.owning(height, width, 3, colours);
    }
  }
}
