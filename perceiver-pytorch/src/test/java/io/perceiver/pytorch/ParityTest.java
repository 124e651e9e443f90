package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.kernel.Kernels;
import io.perceiver.kernel.PlainKernels;
import io.perceiver.parity.Parity;
import io.perceiver.parity.ParityResult;
import io.perceiver.parity.ParityStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParityTest {

  @Test
  void torchKernelsGiveWhatOtherImplementationsGive() throws IOException {
    assertAllPass(new TorchKernels());
  }

  @Test
  void plainKernelsGiveWhatOtherImplementationsGive() throws IOException {
    assertAllPass(new PlainKernels());
  }

  private static void assertAllPass(Kernels kernels) throws IOException {
    Path folder = Path.of(System.getProperty("perceiver.reference", "../../shared/golden"));
    assumeTrue(Files.isDirectory(folder), "no reference cases at " + folder.toAbsolutePath());
    List<ParityResult> results = new Parity(kernels).run(folder, result -> {});
    assertThat(results)
        .filteredOn(result -> result.status() == ParityStatus.FAILED)
        .isEmpty();
    assertThat(results)
        .filteredOn(result -> result.status() == ParityStatus.PASSED)
        .hasSizeGreaterThanOrEqualTo(18);
  }
}
