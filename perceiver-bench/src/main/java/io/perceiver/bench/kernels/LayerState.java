package io.perceiver.bench.kernels;

import ai.djl.Device;
import ai.djl.ndarray.types.DataType;
import io.perceiver.bench.subject.KindNetwork;
import io.perceiver.bench.subject.LayerKind;
import io.perceiver.bench.subject.ModelOptions;
import io.perceiver.internal.kernel.KernelLoader;
import io.perceiver.internal.kernel.PlainKernels;
import io.perceiver.kernel.Compute;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import picocli.CommandLine;

/** The layers of one kind with one kind of kernels; JMH sets the fields. */
@State(Scope.Benchmark)
public class LayerState {
  /** What the plain kernels are called here. */
  static final String PLAIN = "plain";

  /** A name of {@link LayerKind}. */
  @Param({"CROSS", "LATENT"})
  public String layers = LayerKind.CROSS.name();

  /** The engine's own, or the plain ones. */
  @Param({"engine", PLAIN})
  public String kernels = PLAIN;

  /** Options of {@link ModelOptions}, one a line. */
  @Param("")
  public String model = "";

  /** Examples of the batch. */
  @Param("1")
  public int batch = 1;

  /** Of every random draw. */
  @Param("1")
  public long seed = 1;

  private @Nullable KindNetwork network;

  /** Creates one for JMH. */
  public LayerState() {}

  /** Makes the network. */
  @Setup(Level.Trial)
  public void open() {
    ModelOptions options = new ModelOptions();
    new CommandLine(options)
        .parseArgs(model.lines().filter(line -> !line.isEmpty()).toArray(String[]::new));
    Compute compute =
        new Compute(
            Device.cpu(),
            DataType.FLOAT32,
            kernels.equals(PLAIN) ? new PlainKernels() : KernelLoader.load());
    network = new KindNetwork(LayerKind.valueOf(layers), options.read(), batch, seed, compute);
  }

  KindNetwork network() {
    return Objects.requireNonNull(network);
  }

  /** Lets go of it. */
  @TearDown(Level.Trial)
  public void close() {
    network().close();
  }

  /** The options as a value of {@link #model}. */
  static String lines(ModelOptions options) {
    List<String> arguments = options.arguments();
    return String.join("\n", arguments);
  }
}
