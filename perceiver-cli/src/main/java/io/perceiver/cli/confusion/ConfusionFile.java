package io.perceiver.cli.confusion;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.evaluate.ConfusionMatrix;
import io.perceiver.internal.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Where a confusion matrix is written to, and as what.
 *
 * @param path ends with {@code .png} or {@code .csv}
 */
public record ConfusionFile(Path path) {
  private static final String PICTURE = ".png";
  private static final String SHEET = ".csv";

  /**
   * Checks how the name ends.
   *
   * @throws InvalidSpecException if it is neither
   */
  public ConfusionFile {
    if (!ends(path, PICTURE) && !ends(path, SHEET)) {
      throw new InvalidSpecException(
          List.of(
              "--confusion: '%s' must end with %s for a picture or %s for a table"
                  .formatted(path, PICTURE, SHEET)));
    }
  }

  private static boolean ends(Path path, String ending) {
    return path.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** The file for one head of several: its name before the ending. */
  public ConfusionFile of(String head) {
    String name = String.valueOf(path.getFileName());
    int ending = name.length() - PICTURE.length();
    return new ConfusionFile(
        path.resolveSibling(name.substring(0, ending) + "-" + head + name.substring(ending)));
  }

  /**
   * Refuses what cannot be drawn, before any time is spent on it.
   *
   * @throws io.perceiver.api.PerceiverException if there are too many classes for a picture
   */
  public void check(List<String> classes) {
    if (ends(path, PICTURE)) {
      ConfusionPicture.check(classes);
    }
  }

  /**
   * Writes the matrix; a file already there is replaced.
   *
   * @param title what it is of
   * @throws IOException if it cannot be written
   */
  public void write(ConfusionMatrix matrix, String title) throws IOException {
    if (ends(path, PICTURE)) {
      AtomicFile.write(path, file -> new ConfusionPicture(matrix, title).write(file));
    } else {
      AtomicFile.write(path, new ConfusionSheet(matrix).text());
    }
  }
}
