package io.perceiver.image.idx;

import static io.perceiver.image.idx.IdxBytes.file;
import static io.perceiver.image.idx.IdxBytes.gzip;
import static io.perceiver.image.idx.IdxBytes.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.InvalidSpecException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IdxFormatTest {
  private static final Request REQUEST = new Request(Set.of("image"), Set.of("label"), Set.of());
  private static final byte[] TWO_IMAGES = file(shape(2, 1, 2), 1, 2, 3, 4);
  private static final byte[] ONE_IMAGE = file(shape(1, 1, 2), 5, 6);
  private static final Map<String, byte[]> FILES =
      Map.of(
          "train-images-idx3-ubyte.gz", gzip(TWO_IMAGES),
          "train-labels-idx1-ubyte.gz", gzip(file(shape(2), 1, 0)),
          "t10k-images-idx3-ubyte", ONE_IMAGE,
          "t10k-labels-idx1-ubyte", file(shape(1), 1),
          "README.md", new byte[0]);

  private final IdxFormat format = new IdxFormat();

  private List<Example> list(Map<String, byte[]> files, IdxConfig config) throws IOException {
    return format.list(MemoryTree.of(files), config, REQUEST);
  }

  @Test
  void isFoundAsAService() {
    assertThat(ServiceLoader.load(DatasetFormat.class))
        .anySatisfy(found -> assertThat(found).isInstanceOf(IdxFormat.class));
  }

  @Test
  void listsEveryRecordWithItsLabel() throws IOException {
    List<Example> examples = list(FILES, format.defaults());

    assertThat(examples)
        .extracting(Example::id)
        .containsExactly(
            "t10k-images-idx3-ubyte#0",
            "train-images-idx3-ubyte.gz#0",
            "train-images-idx3-ubyte.gz#1");
    assertThat(examples).extracting(Example::split).containsExactly("test", "train", "train");
    assertThat(examples)
        .extracting(Example::columns)
        .containsExactly(Map.of("label", "1"), Map.of("label", "1"), Map.of("label", "0"));
  }

  @Test
  void allRecordsOfAFileShareItsSource() throws IOException {
    List<Example> examples = list(FILES, format.defaults());

    assertThat(examples.get(2).sources().get("image").source())
        .isSameAs(examples.get(1).sources().get("image").source());
    assertThat(examples.get(2).sources().get("image").record()).hasValue(1);
  }

  @Test
  void labelsMayHaveNamesAndAnotherColumn() throws IOException {
    List<Example> examples =
        list(FILES, new IdxConfig("image", "kind", List.of("shirt", "trousers")));

    assertThat(examples)
        .extracting(Example::columns)
        .containsExactly(
            Map.of("kind", "trousers"), Map.of("kind", "trousers"), Map.of("kind", "shirt"));
  }

  @Test
  void recognisesAPairInAnyFolder() throws IOException {
    Map<String, byte[]> nested =
        Map.of(
            "mnist/train-images.idx3-ubyte",
            TWO_IMAGES,
            "mnist/train-labels.idx1-ubyte",
            file(shape(2), 0, 0));

    assertThat(format.recognises(MemoryTree.of(FILES))).isTrue();
    assertThat(format.recognises(MemoryTree.of(nested))).isTrue();
    assertThat(format.recognises(MemoryTree.of(Map.of("train-images-idx3-ubyte", ONE_IMAGE))))
        .isFalse();
    assertThat(format.recognises(MemoryTree.of(Map.of("train/cat/1.png", ONE_IMAGE)))).isFalse();
    assertThat(format.recognises(new MemoryTree(FILES, Optional.of("manifest.csv")))).isFalse();
  }

  @Test
  void ofAFilePlainAndGzippedThePlainOneIsTaken() throws IOException {
    List<Example> examples =
        list(
            Map.of(
                "train-images-idx3-ubyte", ONE_IMAGE,
                "train-images-idx3-ubyte.gz", gzip(ONE_IMAGE),
                "train-labels-idx1-ubyte", file(shape(1), 4)),
            format.defaults());

    assertThat(examples).extracting(Example::id).containsExactly("train-images-idx3-ubyte#0");
  }

  @Test
  void everyMistakeIsReported() {
    Map<String, byte[]> files =
        Map.of(
            "t10k-images-idx3-ubyte", ONE_IMAGE,
            "t10k-labels-idx1-ubyte", file(shape(3), 1, 1, 1),
            "train-images-idx3-ubyte", TWO_IMAGES,
            "train-labels-idx1-ubyte", file(shape(2), 0, 7),
            "validation-images-idx3-ubyte.gz", ONE_IMAGE);
    IdxConfig config = new IdxConfig("left", "label", List.of("a", "b"));

    assertThatThrownBy(() -> list(files, config))
        .isInstanceOfSatisfying(
            InvalidSpecException.class,
            refused ->
                assertThat(refused.problems())
                    .containsExactly(
                        "modality: 'left' is not allowed; allowed: one of the model's modalities:"
                            + " image",
                        "t10k-images-idx3-ubyte holds 1 images, but t10k-labels-idx1-ubyte holds 3"
                            + " labels; the files do not belong together",
                        "labels: 2 names are too few: record 1 of train-labels-idx1-ubyte is of"
                            + " class 7, counted from 0",
                        "folder holds validation-images-idx3-ubyte.gz without its labels; add"
                            + " validation-labels-idx1-ubyte.gz"));
  }

  @Test
  void damagedFilesAreNamed() {
    Map<String, byte[]> files =
        Map.of(
            "train-images-idx3-ubyte",
            TWO_IMAGES,
            "train-labels-idx1-ubyte",
            new byte[] {'n', 'o', 'p', 'e'});

    assertThatThrownBy(() -> list(files, format.defaults()))
        .hasMessageStartingWith("train-labels-idx1-ubyte: not an IDX file");
  }

  @Test
  void imagesAreNoLabels() {
    Map<String, byte[]> files =
        Map.of("train-images-idx3-ubyte", TWO_IMAGES, "train-labels-idx1-ubyte", TWO_IMAGES);

    assertThatThrownBy(() -> list(files, format.defaults()))
        .hasMessage("train-labels-idx1-ubyte: an IDX file of shape [2, 1, 2] holds no labels");
  }

  @Test
  void aFolderWithoutIdxFilesIsRefused() {
    assertThatThrownBy(() -> list(Map.of("a.png", ONE_IMAGE), format.defaults()))
        .isInstanceOf(InvalidSpecException.class)
        .hasMessageStartingWith("folder holds no IDX images; expected train-images-idx3-ubyte");
  }

  @Test
  void theModalityMustBeNamedWhereThereAreSeveral() {
    Request two = new Request(Set.of("left", "right"), Set.of("label"), Set.of());

    assertThatThrownBy(() -> format.list(MemoryTree.of(FILES), format.defaults(), two))
        .hasMessage(
            "modality: '' is not allowed; allowed: one of the model's modalities, as it has not"
                + " exactly one: left, right");
  }

  @Test
  void theConfigurationIsChecked() {
    assertThat(format.defaults()).isEqualTo(new IdxConfig("", "label", List.of()));
    assertThatThrownBy(() -> new IdxConfig("", " ", List.of("a", "a")))
        .hasMessageContaining("label: ' ' is not allowed; allowed: a column name")
        .hasMessageContaining("labels: [a, a] is not allowed; allowed: each name once");
  }
}
