import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * Makes data to try the plugin on: {@code java demo/Pulses.java pulses}. In {@code
 * pulses/series.csv}, series of two channels with a pulse that comes early or late, measured at
 * irregular times and with gaps. In {@code pulses/pairs.csv}, the same series beside pictures that
 * are bright on their left or right: a label such as {@code early-left} takes both.
 */
public final class Pulses {
  private static final int SERIES = 192;
  private static final double SECONDS = 10;
  private static final int SIDE = 8;

  private final Random random = new Random(1);
  private final StringBuilder series = new StringBuilder("series,split,label,time,x,y\n");
  private final StringBuilder pairs = new StringBuilder("split,label,sensors,image\n");

  public static void main(String[] arguments) throws IOException {
    new Pulses().write(Path.of(arguments[0]));
  }

  private void write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("images"));
    for (int i = 0; i < SERIES; i++) {
      String split = i < SERIES * 2 / 3 ? "train" : i < SERIES * 5 / 6 ? "validation" : "test";
      boolean late = random.nextBoolean();
      boolean left = random.nextBoolean();
      addPulse("pulse-" + i, split, late);
      ImageIO.write(picture(left), "png", folder.resolve("images/" + i + ".png").toFile());
      String label = (late ? "late" : "early") + (left ? "-left" : "-right");
      pairs.append(split + "," + label + ",series.csv#" + i + ",images/" + i + ".png\n");
    }
    Files.writeString(folder.resolve("series.csv"), series);
    Files.writeString(folder.resolve("pairs.csv"), pairs);
  }

  private void addPulse(String name, String split, boolean late) {
    double[] times = random.doubles(20 + random.nextInt(20), 0, SECONDS).sorted().toArray();
    double middle = SECONDS * (late ? 0.7 : 0.3) + random.nextDouble(-1, 1);
    for (int row = 0; row < times.length; row++) {
      double pulse = Math.exp(-Math.pow(times[row] - middle, 2));
      series
          .append(name + "," + split + "," + (late ? "late" : "early"))
          // so that no two times are equal once they are rounded
          .append(String.format(Locale.ROOT, ",%.6f", times[row] + row * 1e-5))
          .append(cell(pulse) + cell(-pulse) + "\n");
    }
  }

  /** A measurement with some noise, or now and then none. */
  private String cell(double value) {
    double noisy = value + 0.1 * random.nextGaussian();
    return random.nextInt(10) == 0 ? "," : String.format(Locale.ROOT, ",%.3f", noisy);
  }

  private BufferedImage picture(boolean left) {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean bright = left == x < SIDE / 2;
        int level = (bright ? 150 : 50) + random.nextInt(50);
        picture.getRaster().setSample(x, y, 0, level);
      }
    }
    return picture;
  }
}
