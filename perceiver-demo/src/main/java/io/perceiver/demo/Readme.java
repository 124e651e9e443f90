package io.perceiver.demo;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The file {@value #FILE} in the data's folder, for a person who finds it. */
final class Readme {
  static final String FILE = "README.txt";

  private Readme() {}

  /** What the folder is and how it was made. */
  static String text(Settings settings) {
    Sizes sizes = settings.sizes();
    return """
        The demo data of the Perceiver for the JVM
        ==========================================

        A box of eight space toys. Each example is one toy: seen in a picture (%1$d x %1$d pixels,
        PNG), heard in a sound (%2$d Hz, WAV) and touched in %3$d places (points, PLY). The task:
        which toy is it?

        %4$s
        Every sense finds three pairs of toys alike, so that nobody can tell all eight by one sense
        alone: at most 5 of 8 with one, 7 of 8 with two, 8 of 8 with all three.

          examples     %5$d to train on, %6$d to choose a model by, %7$d to test
          manifest.csv split, label, and the path of each file; of the examples to train on, one
                       cell in ten is empty: that sense is missing
          missing.csv  the test examples again, one cell in three empty
          seed         %8$d

        Whatever does not tell the toy is drawn at random: place, size, angle and colours; onset,
        pitch and loudness; stance, size and touched places; and noise over all.

        The files were made by a program, are not recordings, and can be made again, the same to
        the byte, from the settings in demo.json. That file also holds their checksum, by which
        the program knows this folder again: it reuses it while it is unchanged and never
        overwrites it. To have other data, delete the folder or choose another one.
        """
        .formatted(
            ImageRenderer.SIDE,
            SoundRenderer.RATE,
            ShapeRenderer.POINTS,
            kinds(),
            sizes.train(),
            sizes.validation(),
            sizes.test(),
            settings.seed());
  }

  private static String kinds() {
    String head = row("toy", "looks like", "sounds like", "feels like");
    return Arrays.stream(Kind.values())
        .map(kind -> row(kind, kind.silhouette(), kind.sound(), kind.surface()))
        .collect(Collectors.joining("", head, ""));
  }

  private static String row(Object... cells) {
    return "  %-11s %-11s %-12s %s\n".formatted(cells).toLowerCase(Locale.ROOT);
  }
}
