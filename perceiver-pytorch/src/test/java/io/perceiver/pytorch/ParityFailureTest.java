package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.PerceiverException;
import io.perceiver.internal.parity.Parity;
import io.perceiver.internal.parity.ParityResult;
import io.perceiver.internal.parity.ParityStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A comparison that could not fail would prove nothing. */
class ParityFailureTest {
  private static final String MODEL = "lucid_p12_batch1_depth1_band1";
  @TempDir private Path folder;

  private ParityResult only() throws IOException {
    List<ParityResult> results = new Parity(new TorchKernels()).run(folder, result -> {});
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "param/latents, output/out differs by",
    "param/layers.0.0.fn.to_q.weight, gradient of",
    "input/data, output/out differs by",
    "output/out, output/out differs by",
    "grad/latents, gradient of",
    "train/sgd_losses, train/sgd_losses differs by",
    "train/adam_losses, train/adam_losses differs by"
  })
  void oneOtherNumberFails(String tensor, String detail) throws IOException {
    ReferenceFolder.copy(MODEL, folder, MODEL);
    ReferenceFolder.change(folder.resolve(MODEL + ".safetensors"), tensor, 0.05f);
    ParityResult result = only();
    assertThat(result.status()).isEqualTo(ParityStatus.FAILED);
    assertThat(result.detail()).contains(detail);
  }

  @ParameterizedTest
  @CsvSource({"fourier_lucid_p01_grid2d, output/enc_flat", "fourier_hf_p01_grid2d, output/enc"})
  void oneOtherFourierChannelFails(String reference, String tensor) throws IOException {
    ReferenceFolder.copy(reference, folder, reference);
    ReferenceFolder.change(folder.resolve(reference + ".safetensors"), tensor, 1e-4f);
    assertThat(only().status()).isEqualTo(ParityStatus.FAILED);
  }

  @Test
  void aKindNobodyKnowsIsUnsupported() throws IOException {
    ReferenceFolder.copy(MODEL, folder, "elsewhere_p01");
    ParityResult result = only();
    assertThat(result.status()).isEqualTo(ParityStatus.UNSUPPORTED);
    assertThat(result.name()).isEqualTo("elsewhere_p01");
    assertThat(result.outputError()).isNaN();
  }

  @Test
  void aDamagedCaseFailsAndSaysWhy() throws IOException {
    ReferenceFolder.copy(MODEL, folder, MODEL);
    Path tensors = folder.resolve(MODEL + ".safetensors");
    byte[] bytes = Files.readAllBytes(tensors);
    Files.write(tensors, Arrays.copyOf(bytes, bytes.length / 2));
    ParityResult result = only();
    assertThat(result.status()).isEqualTo(ParityStatus.FAILED);
    assertThat(result.detail()).startsWith("cannot be run: ").contains(MODEL + ".safetensors");
  }

  @Test
  void aFolderWithoutCasesIsRefused() {
    assertThatThrownBy(() -> new Parity(new TorchKernels()).run(folder, result -> {}))
        .isInstanceOf(PerceiverException.class)
        .hasMessageContaining("holds no reference case: NAME.json beside NAME.safetensors");
  }
}
