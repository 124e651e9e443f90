package io.perceiver.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileSource;
import io.perceiver.api.FileTree;
import io.perceiver.api.Modality;
import io.perceiver.api.RecordFile;
import io.perceiver.image.idx.IdxConfig;
import io.perceiver.image.idx.IdxFormat;
import io.perceiver.image.raster.Colour;
import io.perceiver.image.raster.Raster;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads real data sets where they lie beside the project. */
class RealImagesTest {

  private static Path folder(String name) {
    Path folder = Path.of(System.getProperty("perceiver.data", "../shared/data"), name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> folder + " is absent; name its parent by -Dperceiver.data");
    return folder;
  }

  @Test
  void fashionMnistIsComplete() throws IOException {
    IdxFormat format = new IdxFormat();
    FileTree tree = new Folder(folder("fashion-mnist"));
    Request request = new Request(Set.of("image"), Set.of("label"), Set.of());
    IdxConfig config = IdxConfig.defaults();

    assertThat(format.recognises(tree)).isTrue();
    List<Example> examples = format.list(tree, config, request);

    Map<String, Long> splits =
        examples.stream().collect(Collectors.groupingBy(Example::split, Collectors.counting()));
    assertThat(splits).isEqualTo(Map.of("train", 60_000L, "test", 10_000L));
    Example first =
        examples.stream().filter(e -> e.split().equals("train")).findFirst().orElseThrow();
    assertThat(first.id()).isEqualTo("train-images-idx3-ubyte.gz#0");
    assertThat(first.columns()).containsEntry("label", "9");
    long nines = examples.stream().filter(e -> e.columns().get("label").equals("9")).count();
    assertThat(nines).isEqualTo(7_000);
  }

  @Test
  void fashionMnistHasItsWellKnownMean() throws IOException {
    ExampleSource source =
        new FileSource(folder("fashion-mnist").resolve("train-images-idx3-ubyte.gz"), "train");
    RasterReader reader = new RasterReader(ImageConfig.ofPixels(28, 28, Colour.GREY));

    long sum = 0;
    try (RecordFile<Raster> records = reader.openRecords(source)) {
      assertThat(records.count()).isEqualTo(60_000);
      for (int i = 0; i < records.count(); i++) {
        Raster image = records.read(i);
        for (int at = 0; at < image.size(); at++) {
          sum += image.sample(at);
        }
      }
    }

    // the mean everyone normalises by is 0.2860
    assertThat(sum / 255.0 / (60_000 * 784)).isBetween(0.28595, 0.28605);
  }

  @ParameterizedTest
  @CsvSource({"clothing-jpeg, 222", "sign-digits-jpeg, 420"})
  void everyPhotoIsReadAndTokenized(String name, int count) throws IOException {
    Modality<Raster> modality =
        new ImagePlugin().create(ImageConfig.ofPatches(64, 64, Colour.RGB, 8));
    int size = 64 * 192;
    List<Path> photos = photos(folder(name));

    assertThat(photos).hasSize(count);
    for (Path photo : photos) {
      Raster image = modality.reader().read(FileSource.of(photo));
      FloatBuffer content = FloatBuffer.allocate(size);
      modality.tokenizer().tokenize(image, content, FloatBuffer.allocate(0));

      assertThat(content.hasRemaining()).isFalse();
      float least = 1;
      float most = -1;
      for (float value : content.array()) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      assertThat(least).as(photo.toString()).isBetween(-1f, 0f);
      assertThat(most).as(photo.toString()).isBetween(0f, 1f).isGreaterThan(least + 0.2f);
    }
  }

  private static List<Path> photos(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jpg"))
          .toList();
    }
  }

  /** A folder on disk. */
  private record Folder(Path path) implements FileTree {
    @Override
    public String name() {
      return path.toString();
    }

    @Override
    public Optional<String> namedFile() {
      return Optional.empty();
    }

    @Override
    public List<String> files() throws IOException {
      try (Stream<Path> files = Files.list(path)) {
        return files.map(file -> file.getFileName().toString()).sorted().toList();
      }
    }

    @Override
    public Optional<ExampleSource> find(String file) {
      return Optional.of(new FileSource(path.resolve(file), file));
    }
  }
}
