package io.perceiver.internal.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileTree;
import io.perceiver.data.Dataset;
import io.perceiver.data.FoldersFormat;
import io.perceiver.data.ManifestFormat;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Data sets as they are found in the world. */
class RealDataTest {
  private static final Set<String> LABEL = Set.of("label");
  private static final Set<String> PLUGINS = Set.of("image", "audio", "pointcloud");
  private static final StratifiedShare TENTH = new StratifiedShare(0.1, 1, LABEL);

  private final DatasetLoader loader =
      new DatasetLoader(List.of(new ManifestFormat(), new FoldersFormat()));

  private Dataset load(String path, Set<String> modalities) throws IOException {
    Path file = Path.of(System.getProperty("perceiver.data", "no-data")).resolve(path);
    assumeTrue(Files.exists(file), "no data set " + file.toAbsolutePath());
    FileTree files = FileTrees.open(file);
    var format = loader.format(files, DatasetLoader.AUTO);
    Request request = new Request(modalities, LABEL, PLUGINS);
    return loader.load(files, format, format.defaults(), request, TENTH);
  }

  private static int firstByte(Example example, String modality) throws IOException {
    ExampleSource source = example.sources().get(modality).source();
    try (InputStream in = source.open()) {
      int first = in.read();
      assertThat(in.readAllBytes()).hasSize((int) source.size() - 1);
      return first;
    }
  }

  @Test
  void manifestOfZippedImagesAndSounds() throws IOException {
    Dataset data = load("av-digits/manifest.csv", Set.of("image", "audio"));
    assertThat(data.counts())
        .containsOnly(
            Map.entry("test", 500), Map.entry("train", 2250), Map.entry("validation", 250));
    for (Example example : data.split("validation")) {
      assertThat(firstByte(example, "image")).isEqualTo(0x89);
      assertThat(firstByte(example, "audio")).isEqualTo('R');
    }
  }

  @Test
  void manifestWithMissingModalities() throws IOException {
    Dataset data = load("av-digits/missing.csv", Set.of("image", "audio"));
    assertThat(data.split("test")).hasSize(500);
    assertThat(data.split("test")).anyMatch(e -> !e.sources().containsKey("image"));
    assertThat(data.split("test")).anyMatch(e -> !e.sources().containsKey("audio"));
  }

  @Test
  void classFolders() throws IOException {
    Dataset data = load("clothing-jpeg", Set.of("image"));
    assertThat(data.counts())
        .containsOnly(Map.entry("test", 72), Map.entry("train", 135), Map.entry("validation", 15));
    assertThat(firstByte(data.split("test").get(0), "image")).isEqualTo(0xff);
  }

  @Test
  void aZipOfClassFolders() throws IOException {
    Dataset data = load("cifar10-jpeg-subset/cifar10-jpeg-subset.zip", Set.of("image"));
    assertThat(
            data.split("train").size()
                + data.split("validation").size()
                + data.split("test").size())
        .isEqualTo(8000);
    assertThat(firstByte(data.split("test").get(0), "image")).isEqualTo(0xff);
  }
}
