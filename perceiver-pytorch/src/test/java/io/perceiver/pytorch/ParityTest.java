package io.perceiver.pytorch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.perceiver.internal.kernel.Kernels;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.internal.parity.Parity;
import io.perceiver.internal.parity.ParityResult;
import io.perceiver.internal.parity.ParityStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same weights and inputs give the same outputs, gradients and losses as elsewhere. */
class ParityTest {

  static Stream<Kernels> kernels() {
    return Stream.of(new TorchKernels(), new PlainKernels());
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theCasesBroughtAlongPass(Kernels kernels) throws IOException {
    List<ParityResult> heard = new ArrayList<>();
    List<ParityResult> results = new Parity(kernels).run(ReferenceFolder.brought(), heard::add);
    assertThat(results).hasSize(3).isEqualTo(heard);
    assertThat(results).allMatch(result -> result.status() == ParityStatus.PASSED);
    assertThat(results).allMatch(result -> result.outputError() <= 1e-5);
    assertThat(results.get(2).name()).isEqualTo("lucid_p12_batch1_depth1_band1");
    assertThat(results.get(2).gradientError()).isLessThanOrEqualTo(1);
    assertThat(results.get(2).lossError()).isLessThanOrEqualTo(1e-4);
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void everyCaseOfAFolderPasses(Kernels kernels) throws IOException {
    Path folder = Path.of(System.getProperty("perceiver.reference", "../../shared/golden"));
    assumeTrue(Files.isDirectory(folder), "no reference cases at " + folder.toAbsolutePath());
    List<ParityResult> results = new Parity(kernels).run(folder, result -> {});
    assertThat(results).filteredOn(result -> result.status() == ParityStatus.FAILED).isEmpty();
    assertThat(results)
        .filteredOn(result -> result.status() == ParityStatus.PASSED)
        .hasSizeGreaterThanOrEqualTo(18);
  }
}
