package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check} needs no engine. */
class CheckCommandTest {
  @TempDir Path folder;

  @BeforeEach
  void data() throws IOException {
    Files.writeString(
        folder.resolve("c.yaml"),
        "modalities: {image: {height: 4, width: 4}}\n"
            + "heads: {label: {type: classification}}\n"
            + "data: {path: m.csv}\n");
    for (int i = 0; i < 3; i++) {
      BufferedImage image = new BufferedImage(4, 4 + i, BufferedImage.TYPE_BYTE_GRAY);
      image.getRaster().setSample(i, i, 0, 200);
      ImageIO.write(image, "png", folder.resolve(i + ".png").toFile());
    }
    Files.writeString(folder.resolve("page.png"), "<!DOCTYPE html><html>not found</html>");
  }

  private Invocation check(String rows, String... more) throws IOException {
    Files.writeString(folder.resolve("m.csv"), "split,label,image\n" + rows);
    String[] arguments = new String[2 + more.length];
    arguments[0] = "check";
    arguments[1] = folder.resolve("c.yaml").toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return Invocation.of(arguments);
  }

  @Test
  void saysWhatADataSetIs() throws IOException {
    Invocation check =
        check("train,cat,0.png\ntrain,dog,1.png\ntest,cat,2.png\nvalidation,,0.png\n");
    assertThat(check.exitCode()).as(check.err()).isZero();
    assertThat(check.out())
        .contains(
            "train: 2 examples",
            "label: cat 1, dog 1",
            "1 without label",
            "image: 3 sources, of which 3 were read for this",
            "elements: 16",
            "Checked 3 files",
            "Warning: 1 file in more than one split",
            "0.png (train, validation)",
            "None of them is known to be unreadable.");
  }

  @Test
  void failsWithEveryFileThatCannotBeRead() throws IOException {
    Invocation check =
        check("train,cat,0.png\nvalidation,cat,1.png\ntest,cat,page.png\n", "--json");
    assertThat(check.exitCode()).as(check.err()).isEqualTo(ExitCode.CHECK_FAILED.code());
    JsonNode json = new ObjectMapper().readTree(check.out());
    assertThat(json.path("badFiles").asInt()).isEqualTo(1);
    assertThat(json.path("bad").path("test").path(0).path("reason").asText())
        .contains("page.png", "HTML page");
    assertThat(json.path("splits").path("train").path("examples").asInt()).isEqualTo(1);
  }
}
