package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.demo.DemoDataset;
import io.perceiver.demo.ProgressListener;
import io.perceiver.demo.Senses;
import io.perceiver.demo.Sizes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDataTest {
  @TempDir private Path folder;

  @Test
  void ceilingsAreKnownOfTheDemosSensesInItsOwnFolder() throws Exception {
    Path demo = folder.resolve("demo");
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
    Path manifest = Files.writeString(folder.resolve("manifest.csv"), "image,label\n");
    assertThat(DemoData.ceilings(Optional.of(manifest), senses)).isEmpty();
    assertThat(DemoData.ceilings(Optional.empty(), senses)).isEmpty();
  }
}
