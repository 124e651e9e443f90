package io.perceiver.demo;

import java.util.Arrays;
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

        Small pictures (%1$d x %1$d pixels, RGB, PNG) of one object each. The task: which kind is it?

          kinds     %2$s
          examples  %3$d to train on, %4$d to choose a model by, %5$d to test
          listed    in manifest.csv: split, label, path of the picture
          seed      %6$d

        Place, size, angle and colours are drawn at random and say nothing about the kind; the
        object may be lighter or darker than the ground. Stray lines and dots and some noise lie
        over it. A linear model or a nearest neighbour on the pixels does badly on it.

        The pictures were drawn by a program, show nothing real, and can be made again, the same
        to the byte, from the settings in demo.json. That file also holds their checksum, by which
        the program knows this folder again: it reuses it while it is unchanged and never
        overwrites it. To have other data, delete the folder or choose another one.
        """
        .formatted(
            ImageRenderer.SIDE,
            Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", ")),
            sizes.train(),
            sizes.validation(),
            sizes.test(),
            settings.seed());
  }
}
