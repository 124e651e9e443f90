package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.demo.DemoDataset;
import io.perceiver.demo.Outcome;
import io.perceiver.demo.ProgressListener;
import io.perceiver.demo.Senses;
import io.perceiver.demo.Sizes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
  private final StringWriter heard = new StringWriter();
  private final DemoData data = new DemoData(new PrintWriter(heard, true));

  @TempDir private Path temporary;

  @Test
  void dataOfAnotherSizeAreUsedAsTheyAre() {
    Path folder = temporary.resolve("demo");
    assertThat(data.write(folder, 1, new Sizes(8, 0, 8))).isEqualTo(Outcome.WRITTEN);
    assertThat(heard.toString()).contains("Making demo data in", "16 examples");
    data.ensure(folder);
    assertThat(folder.resolve("images/test")).isDirectoryContaining("glob:**0008.png");
    assertThat(folder.resolve("images/test/0009.png")).doesNotExist();
  }

  @Test
  void dataOfAnOlderVersionAreRefusedWithTheNextStep() throws Exception {
    Files.writeString(temporary.resolve("manifest.csv"), "split,label,image\n");
    Files.writeString(temporary.resolve("demo.json"), "{\"settings\": {\"generator\": 1}}");
    assertThatThrownBy(() -> data.ensure(temporary))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("older generator")
        .hasMessageContaining("choose another folder, or delete it first");
    assertThat(temporary.resolve("manifest.csv")).hasContent("split,label,image");
  }

  @Test
  void theExampleToTryNamesTheModelsSenses() {
    assertThat(DemoData.testExample(Set.of("image")).replace('\\', '/'))
        .isEqualTo("image=demo-data/images/test/0001.png");
    assertThat(DemoData.testExample(Set.of("pointcloud", "image", "audio")).replace('\\', '/'))
        .isEqualTo(
            "image=demo-data/images/test/0001.png,audio=demo-data/sounds/test/0001.wav,"
                + "pointcloud=demo-data/shapes/test/0001.ply");
  }

  @Test
  void ceilingsAreKnownOfTheDemosSensesInItsOwnFolder() throws Exception {
    Path demo = temporary.resolve("demo");
    new DemoDataset(1, new Sizes(8, 8, 8)).write(demo, ProgressListener.SILENT);
    Set<String> senses = new TreeSet<>(Senses.names());
    assertThat(DemoData.ceilings(Optional.of(demo), senses).orElseThrow().applyAsDouble(senses))
        .isEqualTo(1);
    assertThat(DemoData.ceilings(Optional.of(demo.resolve("manifest.csv")), senses)).isPresent();
    assertThat(DemoData.ceilings(Optional.of(demo), Set.of("image", "smell"))).isEmpty();
  }

  @Test
  void otherDataHaveNone() throws Exception {
    Set<String> senses = new TreeSet<>(Senses.names());
    Path manifest = Files.writeString(temporary.resolve("manifest.csv"), "image,label\n");
    assertThat(DemoData.ceilings(Optional.of(manifest), senses)).isEmpty();
    assertThat(DemoData.ceilings(Optional.empty(), senses)).isEmpty();
  }
}
