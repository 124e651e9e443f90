package io.perceiver.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** {@code modalities} lists every kind of plugin. */
class ModalitiesCommandTest {

  @Test
  void listsEveryKind() {
    Invocation listed = Invocation.of("modalities");
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out().lines().findFirst().orElse("")).contains("KIND", "NAME", "STATE");
    assertThat(listed.out())
        .containsPattern("modality +image .*enabled")
        .containsPattern("position encoding +fourier .*enabled")
        .containsPattern("head +classification .*enabled")
        .containsPattern("dataset format +manifest .*enabled");
  }

  @Test
  void listsTheSameAsJson() throws IOException {
    JsonNode plugins =
        new ObjectMapper().readTree(Invocation.of("modalities", "--json").out()).path("plugins");
    assertThat(plugins).isNotEmpty();
    for (JsonNode plugin : plugins) {
      assertThat(plugin.fieldNames())
          .toIterable()
          .containsExactly("kind", "name", "version", "jar", "state", "reason");
    }
  }
}
