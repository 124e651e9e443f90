package io.perceiver.demo;
import java.awt.image.BufferedImage;
import java.nio.file.*;
import javax.imageio.ImageIO;
class ContactSheetMain {
  public static void main(String[] a) throws Exception {
    long t0 = System.nanoTime();
    Path dir = Path.of(a[0]);
    System.out.println(new DemoDataset(1, Sizes.DEFAULT).write(dir, ProgressListener.SILENT));
    System.out.println((System.nanoTime() - t0) / 1e9 + " s");
    System.out.println(new DemoDataset(1, Sizes.DEFAULT).write(dir, ProgressListener.SILENT));
    System.out.println((System.nanoTime() - t0) / 1e9 + " s");
    int cols = 12, k = 4; BufferedImage sheet = new BufferedImage(cols * 34 * k, 8 * 34 * k, BufferedImage.TYPE_INT_RGB);
    int[] n = new int[8];
    for (String line : Files.readAllLines(dir.resolve("manifest.csv"))) {
      String[] f = line.split(","); if (!f[0].equals("train")) continue;
      int r = Kind.valueOf(f[1].toUpperCase()).ordinal(); if (n[r] >= cols) continue;
      BufferedImage im = ImageIO.read(dir.resolve(f[2]).toFile());
      for (int y = 0; y < 32 * k; y++) for (int x = 0; x < 32 * k; x++) sheet.setRGB(n[r] * 34 * k + x, r * 34 * k + y, im.getRGB(x / k, y / k));
      n[r]++;
    }
    ImageIO.write(sheet, "png", Path.of(a[1]).toFile());
  }
}
