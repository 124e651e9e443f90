package io.perceiver.bench;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.perceiver.bench.measure.MatrixPeak;
import io.perceiver.bench.measure.Pace;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.kernel.Compute;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A model and a run so small that a bench is done in seconds. */
public final class Toy {

  private Toy() {}

  /** A trunk of 8 latents over 8 × 8 pixels, 5 classes. */
  public static ModelOptions model() {
    return ModelOptions.of(config(), null, List.of());
  }

  /** Its file. */
  public static Path config() {
    try {
      return Path.of(Objects.requireNonNull(Toy.class.getResource("toy.yaml")).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One round of warm-up, two that count. */
  public static BenchRun run(Path output) {
    Compute compute = new Compute(Device.cpu(), DataType.FLOAT32, KernelLoader.load());
    return new BenchRun(
        7,
        new Pace(1, 2, 0),
        1,
        compute,
        new MatrixPeak(compute, List.of(16, 32)),
        output,
        step -> {});
  }
}
