package io.perceiver.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.perceiver.bench.BenchRun;
import io.perceiver.bench.Toy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentTest {

  @Test
  void readsTheProcessorsModel() {
    assertThat(Environment.cpuModel(List.of("processor\t: 0", "model name\t: Some CPU @ 2 GHz")))
        .isEqualTo("Some CPU @ 2 GHz");
    assertThat(Environment.cpuModel(List.of("processor\t: 0"))).isEqualTo("unknown");
  }

  @Test
  void tellsOfVariablesWhatChangesSpeed() {
    Map<String, String> all = Map.of("OMP_NUM_THREADS", "2", "HOME", "/home", "MY_OMP_", "1");
    assertThat(Environment.variables(all)).isEqualTo(Map.of("OMP_NUM_THREADS", "2"));
  }

  @Test
  void tellsNoKeysAndNoFolders() {
    Map<String, String> all =
        Map.of("NVIDIA_API_KEY", "secret", "CUDA_HOME", "/home/me/cuda", "TORCH_HOME", "/home/me");
    assertThat(Environment.variables(all)).isEmpty();
  }

  @Test
  void tellsSeedRoundsAndVersions() {
    BenchRun run = Toy.run(Path.of("unused"));
    Environment environment = Environment.of(run.compute(), run.threads(), run.seed(), run.pace());
    assertThat(environment.seed()).isEqualTo(7);
    assertThat(environment.pace().warmUps()).isEqualTo(1);
    assertThat(environment.pace().rounds()).isEqualTo(2);
    assertThat(environment.cores()).isPositive();
    assertThat(environment.versions().get("engine")).startsWith("PyTorch 2.7.1");
    assertThat(environment.versions()).containsKeys("perceiver", "revision", "djl", "kernels");
  }
}
