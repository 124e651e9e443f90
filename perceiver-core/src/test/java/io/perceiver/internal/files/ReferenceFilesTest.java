package io.perceiver.internal.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that another library wrote. */
class ReferenceFilesTest {

  @ParameterizedTest
  @ValueSource(strings = {"lucid_p01_image_basic", "lucid_p08_mask", "hf_p04_text_mlm_mask"})
  void haveTheTensorsTheirListSays(String name) throws IOException {
    Path folder = Path.of(System.getProperty("perceiver.reference", "no-reference"));
    Path file = folder.resolve(name + ".safetensors");
    assumeTrue(Files.exists(file), "no reference case " + file.toAbsolutePath());
    JsonNode listed =
        new ObjectMapper().readTree(folder.resolve(name + ".json").toFile()).get("tensors");
    assertThat(listed.size()).isPositive();
    try (Safetensors read = Safetensors.open(file)) {
      assertThat(read.names()).hasSize(listed.size());
      for (Map.Entry<String, TensorInfo> tensor : read.tensors().entrySet()) {
        JsonNode shape = listed.get(tensor.getKey()).get(1);
        List<Long> sizes = new ArrayList<>();
        shape.forEach(size -> sizes.add(size.asLong()));
        assertThat(tensor.getValue().shape()).as(tensor.getKey()).isEqualTo(sizes);
        assertThat(read.floats(tensor.getKey())).hasSize((int) tensor.getValue().elements());
      }
    }
  }
}
