package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.perceiver.api.position.FourierFeatures;
import io.perceiver.head.ClassificationConfig;
import io.perceiver.head.ClassificationPlugin;
import io.perceiver.internal.nn.Weights;
import io.perceiver.nn.Perceiver;
import io.perceiver.nn.PerceiverConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README's first sample is the code below, which runs. */
class ReadmeExampleTest {
  private static final Path ROOT = Path.of("..");
  private static final Path THIS =
      Path.of("src/test/java/io/perceiver/pytorch/ReadmeExampleTest.java");
  private static final String BEGIN = "    // sample {";
  private static final String END = "    // }";

  @Test
  void theSampleGivesLogits() {
    // sample {
    try (NDManager manager = NDManager.newBaseManager()) {
      Perceiver perceiver =
          Perceiver.builder()
              .grid(
                  "image",
                  3,
                  FourierFeatures.of(6, 10),
                  224,
                  224) // channels, bands, max frequency, axes
              .trunk(PerceiverConfig.lucidrains(6, 256, 512)) // depth, latents, latent channels
              .head(
                  "label",
                  new ClassificationPlugin(),
                  ClassificationConfig.DEFAULT.withClassCount(1000))
              .build()
              .initialize(manager, 42); // seed
      NDArray images = manager.randomNormal(new Shape(1, 224, 224, 3));
      NDArray logits = perceiver.predict(images); // (1, 1000)
      // }
      assertThat(logits.getShape()).isEqualTo(new Shape(1, 1000));
      for (float logit : logits.toFloatArray()) {
        assertThat(logit).isFinite();
      }
      assertThat(Weights.count(perceiver)).isEqualTo(45_187_140);
    }
  }

  @Test
  void theReadmeShowsExactlyThisSample() throws IOException {
    Path readme = ROOT.resolve("README.md");
    assumeTrue(Files.exists(readme), "no README.md at " + readme.toAbsolutePath());
    assumeTrue(Files.exists(THIS), "no sources at " + THIS.toAbsolutePath());
    String text = Files.readString(readme);
    int start = text.indexOf("```java\n") + "```java\n".length();
    String shown = text.substring(start, text.indexOf("\n```", start));
    List<String> code = shown.lines().filter(line -> !line.startsWith("import ")).toList();
    assertThat(normalised(code)).isEqualTo(sample());
  }

  /** The lines between the markers, without their indentation, and the closing brace. */
  private static String sample() throws IOException {
    List<String> lines = Files.readAllLines(THIS);
    int from = indexOf(lines, BEGIN) + 1;
    List<String> sample = new ArrayList<>(lines.subList(from, indexOf(lines, END)));
    sample.add("}");
    return normalised(sample);
  }

  private static int indexOf(List<String> lines, String marker) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(marker.strip())) {
        return i;
      }
    }
    throw new AssertionError("no line '" + marker + "'");
  }

  /** Without spaces and comment marks: where code and comments break is up to the formatter. */
  private static String normalised(List<String> lines) {
    return String.join(" ", lines).replace("//", "").replaceAll("\\s+", "");
  }
}
