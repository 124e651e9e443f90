package io.perceiver.image.file;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import io.perceiver.image.raster.Raster;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes JPEG by the JDK's libjpeg, which is given nothing but the image. */
final class JpegDecoder {
  private static final ComponentColorModel RGB =
      new ComponentColorModel(
          ColorSpace.getInstance(ColorSpace.CS_sRGB),
          false,
          false,
          Transparency.OPAQUE,
          DataBuffer.TYPE_BYTE);

  private JpegDecoder() {}

  static Raster decode(Claims claims, Wish wish) throws IOException {
    JpegFile jpeg = JpegFile.walk(claims.name(), claims.file());
    JpegFrame frame = jpeg.frame();
    claims.checkSize(frame.width(), frame.height(), wish.maxPixels());
    Damage damage = new Damage();
    ImageReader reader = reader(frame.isLossless());
    try (ImageInputStream stream = new ByteArrayImageInputStream(jpeg.decodable())) {
      reader.addIIOReadWarningListener(damage);
      reader.setInput(stream, true, true);
      Raster image = read(claims.name(), reader, jpeg, wish);
      damage.throwIfAny();
      return Orientation.of(claims.file(), jpeg.exif()).upright(image);
    } finally {
      reader.dispose();
    }
  }

  private static Raster read(String name, ImageReader reader, JpegFile jpeg, Wish wish)
      throws IOException {
    JpegFrame frame = jpeg.frame();
    if (frame.isLossless()) {
      return Samples.of(name, reader.read(0), wish);
    }
    return switch (frame.components()) {
      case 1 -> Samples.of(name, reader.read(0), wish);
      case 3 -> colours(reader, frame);
      default -> inks(reader, jpeg);
    };
  }

  /** Decodes straight into the array that the image keeps. */
  private static Raster colours(ImageReader reader, JpegFrame frame) throws IOException {
    WritableRaster target =
        java.awt.image.Raster.createInterleavedRaster(
            DataBuffer.TYPE_BYTE, frame.width(), frame.height(), 3, null);
    ImageReadParam param = reader.getDefaultReadParam();
    param.setDestination(new BufferedImage(RGB, target, false, null));
    reader.read(0, param);
    byte[] samples = ((DataBufferByte) target.getDataBuffer()).getData();
    return Raster.owning(frame.height(), frame.width(), 3, samples);
  }

  private static Raster inks(ImageReader reader, JpegFile jpeg) throws IOException {
    java.awt.image.Raster raw = reader.readRaster(0, null);
    byte[] pixels = ((DataBufferByte) raw.getDataBuffer()).getData();
    if (jpeg.isYcck()) {
      JpegColours.fromYcck(pixels);
    }
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ~pixels[i];
    }
    return JpegColours.ofInks(raw.getHeight(), raw.getWidth(), pixels);
  }

  /** The JDK's decoder, or for lossless JPEG the library's. */
  private static ImageReader reader(boolean lossless) {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("JPEG");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (lossless != reader.getClass().getName().startsWith("com.sun.")) {
        return reader;
      }
    }
    throw new IllegalStateException(
        "ImageIO has no JPEG reader of this Java; is java.desktop cut?");
  }
}
