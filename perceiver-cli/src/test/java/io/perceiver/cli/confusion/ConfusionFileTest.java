package io.perceiver.cli.confusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.evaluate.ConfusionMatrix;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfusionFileTest {
  private static final int DARKEST = 0x6BAED6;
  @TempDir private Path folder;

  private static List<String> classes(int count) {
    return IntStream.range(0, count).mapToObj(i -> "class " + i).toList();
  }

  /** Every example of the first class is taken for the last, all others are right. */
  private static ConfusionMatrix matrix(int classes) {
    Map<ConfusionMatrix.Cell, Long> counts = new HashMap<>();
    for (int i = 0; i < classes; i++) {
      counts.put(new ConfusionMatrix.Cell(i, i == 0 ? classes - 1 : i), 100L);
    }
    return new ConfusionMatrix(classes(classes), counts);
  }

  private BufferedImage picture(ConfusionMatrix matrix) throws IOException {
    Path file = folder.resolve("matrix.png");
    new ConfusionFile(file).write(matrix, "run-0001, test");
    return ImageIO.read(file.toFile());
  }

  /** The centre of all pixels of a colour, as shares of width and height. */
  private static double[] centre(BufferedImage picture, int rgb) {
    double sumX = 0;
    double sumY = 0;
    long pixels = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        if ((picture.getRGB(x, y) & 0xFFFFFF) == rgb) {
          sumX += x;
          sumY += y;
          pixels++;
        }
      }
    }
    assertThat(pixels).as("pixels of the colour").isPositive();
    return new double[] {sumX / pixels / picture.getWidth(), sumY / pixels / picture.getHeight()};
  }

  @Test
  void aTableHasTheTrueClassesAsRows() throws IOException {
    ConfusionMatrix matrix =
        new ConfusionMatrix(
            List.of("cat", "dog, small"),
            Map.of(new ConfusionMatrix.Cell(0, 0), 3L, new ConfusionMatrix.Cell(0, 1), 2L));
    Path file = folder.resolve("new/matrix.CSV");
    new ConfusionFile(file).write(matrix, "any");
    assertThat(Files.readAllLines(file))
        .containsExactly("true,cat,\"dog, small\"", "cat,3,2", "\"dog, small\",0,0");
  }

  /** The only filled cell is that of the first class taken for the last: right in the first row. */
  @Test
  void aPictureHasTheFirstTrueClassOnTopAndTheLastPredictedAtTheRight() throws IOException {
    ConfusionMatrix matrix =
        new ConfusionMatrix(classes(4), Map.of(new ConfusionMatrix.Cell(0, 3), 7L));
    double[] centre = centre(picture(matrix), DARKEST);
    assertThat(centre[0]).isGreaterThan(0.7);
    assertThat(centre[1]).isLessThan(0.3);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 40, 100})
  void aPictureGrowsWithItsClassesAndStaysAPicture(int classes) throws IOException {
    BufferedImage picture = picture(matrix(classes));
    assertThat(picture.getWidth()).isBetween(300, 2200);
    assertThat(picture.getHeight()).isGreaterThanOrEqualTo(14 * classes);
    assertThat(picture.getRGB(1, 1)).isEqualTo(Color.WHITE.getRGB());
    double[] centre = centre(picture, DARKEST);
    assertThat(centre[0]).isBetween(0.3, 0.9);
  }

  @Test
  void aMatrixOfNothingIsAPictureToo() throws IOException {
    assertThat(picture(new ConfusionMatrix(classes(3), Map.of())).getWidth()).isPositive();
  }

  @Test
  void veryLongNamesLeaveRoomForTheCells() throws IOException {
    List<String> names = List.of("a".repeat(300) + "1", "a".repeat(300) + "2");
    ConfusionMatrix matrix = new ConfusionMatrix(names, Map.of(new ConfusionMatrix.Cell(0, 1), 7L));
    BufferedImage picture = picture(matrix);
    assertThat(picture.getWidth()).isLessThan(600);
    assertThat(centre(picture, DARKEST)[0]).isGreaterThan(0.6);
  }

  @Test
  void tooManyClassesForAPictureAreRefusedButNotForATable() {
    new ConfusionFile(Path.of("a.csv")).check(classes(1000));
    new ConfusionFile(Path.of("a.png")).check(classes(200));
    assertThatThrownBy(() -> new ConfusionFile(Path.of("a.png")).check(classes(201)))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("201 classes")
        .hasMessageContaining(".csv");
  }

  @Test
  void otherFilesAreRefused() {
    assertThatThrownBy(() -> new ConfusionFile(Path.of("matrix.jpg")))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageContaining("'matrix.jpg' must end with .png")
        .hasMessageContaining(".csv");
  }

  @Test
  void oneHeadOfSeveralHasItsNameInTheFiles() {
    assertThat(new ConfusionFile(Path.of("out", "m.png")).of("label").path())
        .isEqualTo(Path.of("out", "m-label.png"));
  }
}
