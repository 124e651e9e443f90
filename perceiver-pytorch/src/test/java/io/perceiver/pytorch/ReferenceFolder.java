package io.perceiver.pytorch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** Reference cases on disk, and damaged copies of them. */
final class ReferenceFolder {

  private ReferenceFolder() {}

  /** The cases among the test resources. */
  static Path brought() {
    try {
      return Path.of(
          Objects.requireNonNull(ReferenceFolder.class.getResource("/reference")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Copies a case under a name, perhaps another. */
  static void copy(String reference, Path folder, String name) throws IOException {
    for (String end : new String[] {".json", ".safetensors"}) {
      Files.copy(brought().resolve(reference + end), folder.resolve(name + end));
    }
  }

  /** Adds to the first number of a float32 tensor. */
  static void change(Path safetensors, String tensor, float by) throws IOException {
    byte[] bytes = Files.readAllBytes(safetensors);
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int header = (int) file.getLong(0);
    JsonNode tensors = new ObjectMapper().readTree(bytes, 8, header);
    JsonNode entry = tensors.path(tensor);
    if (!entry.path("dtype").asText().equals("F32")) {
      throw new IllegalArgumentException(tensor + " is not a float32 tensor: " + entry);
    }
    int at = 8 + header + entry.path("data_offsets").get(0).asInt();
    file.putFloat(at, file.getFloat(at) + by);
    Files.write(safetensors, bytes);
  }
}
