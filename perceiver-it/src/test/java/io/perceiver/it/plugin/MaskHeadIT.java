package io.perceiver.it.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.perceiver.it.distribution.Distribution;
import io.perceiver.it.distribution.Run;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dense head of {@code examples/head-mask}, in a jar: it learns which pixels are a square. */
class MaskHeadIT {
  private static final Path SOURCES = Path.of("../examples/head-mask/src/main/java");
  private static final int SIDE = 12;

  @TempDir private static Path folder;

  @BeforeAll
  static void makeJarAndData() throws IOException {
    Path work = Files.createDirectory(folder.resolve("work"));
    Path plugins = Files.createDirectory(folder.resolve("plugins"));
    new PluginJar()
        .of("io.perceiver.api.head.HeadPlugin")
        .folder(SOURCES)
        .service("org.example.mask.MaskPlugin")
        .write(work, plugins.resolve("head-mask.jar"));
    StringBuilder manifest = new StringBuilder("split,image,mask\n");
    Random random = new Random(5);
    for (int i = 0; i < 160; i++) {
      String split = i < 120 ? "train" : i < 140 ? "validation" : "test";
      draw(i, random);
      // the last training example has no mask, and so nothing to teach this head
      manifest.append("%s,%d.png,%s%n".formatted(split, i, i == 119 ? "" : i + "-mask.png"));
    }
    Files.writeString(folder.resolve("manifest.csv"), manifest);
    Files.writeString(
        folder.resolve("mask.yaml"),
        """
        model: {preset: small, latents: 8, latentChannels: 32, selfAttends: 1}
        modalities:
          image: {height: 12, width: 12, colour: grey, position: {bands: 4}}
          mask: {plugin: image, role: output, follows: image, colour: index, height: 12, width: 12}
        heads: {mask: {type: mask, of: mask, input: image, classes: 2}}
        data: {path: manifest.csv}
        training: {epochs: 14, batchSize: 8, optimizer: {learningRate: 0.005}}
        """);
  }

  /** A bright square on a dark ground, and where it is. */
  private static void draw(int number, Random random) throws IOException {
    BufferedImage picture = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage mask = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
    int left = random.nextInt(7);
    int top = random.nextInt(7);
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        boolean inside = x >= left && x < left + 5 && y >= top && y < top + 5;
        picture.getRaster().setSample(x, y, 0, (inside ? 200 : 20) + random.nextInt(40));
        mask.getRaster().setSample(x, y, 0, inside ? 1 : 0);
      }
    }
    ImageIO.write(picture, "png", folder.resolve(number + ".png").toFile());
    ImageIO.write(mask, "png", folder.resolve(number + "-mask.png").toFile());
  }

  @Test
  void aPluginOfTheApiAloneAnswersWithAMask() throws IOException {
    Run trained = perceiver("train", "mask.yaml", "--json");
    assertThat(trained.exitCode()).as(trained.err()).isZero();
    JsonNode test = new ObjectMapper().readTree(trained.lastLine());
    // a mask without its square would be right for 83 % of the pixels
    assertThat(test.path("metrics").path("mask/pixelAccuracy").asDouble())
        .as(trained.out())
        .isGreaterThan(0.93);
    Run said = perceiver("predict", "runs/run-0001", "150.png", "--json");
    assertThat(said.exitCode()).as(said.err()).isZero();
    JsonNode mask = new ObjectMapper().readTree(said.lastLine()).path("predicted");
    assertThat(mask.path("modality").asText()).isEqualTo("mask");
    assertThat(mask.path("elements").asInt()).isEqualTo(SIDE * SIDE);
    double inside = 0;
    for (JsonNode id : mask.path("content")) {
      inside += id.asDouble();
    }
    assertThat(inside).isBetween(12.0, 38.0);
  }

  private static Run perceiver(String... arguments) throws IOException {
    return Distribution.built()
        .with("PERCEIVER_JAVA_OPTIONS", "-Dperceiver.home=" + folder)
        .run(folder, arguments);
  }
}
