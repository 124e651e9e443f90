package io.perceiver.bench.report;

import ai.djl.engine.Engine;
import io.perceiver.bench.measure.Pace;
import io.perceiver.kernel.Compute;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * On what, with what and how something was measured.
 *
 * @param started when, UTC
 * @param cpu model of the processor
 * @param cores that this process may use
 * @param memoryBytes of the machine; empty where the system does not tell
 * @param system its name, version and architecture
 * @param jvm name and version
 * @param jvmOptions it was started with
 * @param variables of the process that change speed, by name
 * @param device that computed
 * @param threads of the engine's arithmetic
 * @param seed of every random draw
 * @param pace how often things were measured
 * @param versions of this project, its revision, the engine and the kernels
 */
public record Environment(
    String started,
    String cpu,
    int cores,
    OptionalLong memoryBytes,
    String system,
    String jvm,
    List<String> jvmOptions,
    Map<String, String> variables,
    String device,
    int threads,
    long seed,
    Pace pace,
    Map<String, String> versions) {
  private static final Path CPU = Path.of("/proc/cpuinfo");
  private static final String UNKNOWN = "unknown";

  /**
   * What variables begin with that the engine, its libraries and the allocator look at. Reports are
   * published: no beginning that keys, passwords or folders have too.
   */
  private static final List<String> SPEED =
      List.of(
          "ATEN_",
          "CUBLAS_",
          "CUDA_DEVICE_",
          "CUDA_LAUNCH_BLOCKING",
          "CUDA_MODULE_LOADING",
          "CUDA_VISIBLE_DEVICES",
          "DNNL_",
          "GLIBC_TUNABLES",
          "GOMP_",
          "KMP_",
          "LD_PRELOAD",
          "MALLOC_",
          "MKL_",
          "NVIDIA_TF32_OVERRIDE",
          "OMP_",
          "ONEDNN_",
          "PYTORCH_CUDA_",
          "PYTORCH_FLAVOR",
          "PYTORCH_NO_CUDA_MEMORY_CACHING",
          "PYTORCH_VERSION",
          "TORCH_ALLOW_TF32_CUBLAS_OVERRIDE",
          "TORCH_CUDNN_");

  /**
   * Describes this machine at the beginning of a run.
   *
   * @param compute device and kernels of the run
   * @param threads of the engine's arithmetic
   * @param seed of every random draw
   * @param pace how often things are measured
   */
  public static Environment of(Compute compute, int threads, long seed, Pace pace) {
    return new Environment(
        Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
        cpuModel(),
        Runtime.getRuntime().availableProcessors(),
        memory(),
        String.join(
            " ",
            System.getProperty("os.name", UNKNOWN),
            System.getProperty("os.version", ""),
            System.getProperty("os.arch", "")),
        System.getProperty("java.vm.name", UNKNOWN) + " " + Runtime.version(),
        options(),
        variables(System.getenv()),
        compute.device().toString(),
        threads,
        seed,
        pace,
        versions(compute));
  }

  private static String cpuModel() {
    try {
      if (Files.isReadable(CPU)) {
        return cpuModel(Files.readAllLines(CPU));
      }
    } catch (IOException e) {
      return UNKNOWN;
    }
    return System.getProperty("os.arch", UNKNOWN);
  }

  /** From the lines of Linux's description of its processors. */
  static String cpuModel(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("model name"))
        .map(line -> line.substring(line.indexOf(':') + 1).strip())
        .findFirst()
        .orElse(UNKNOWN);
  }

  private static OptionalLong memory() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? OptionalLong.of(system.getTotalMemorySize())
        : OptionalLong.empty();
  }

  /** What changes speed; paths and the like are left out. */
  private static List<String> options() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> option.startsWith("-X") || option.startsWith("-Dai.djl.pytorch"))
        .toList();
  }

  /** Those that change speed, in order of their names. */
  static Map<String, String> variables(Map<String, String> all) {
    Map<String, String> some = new TreeMap<>(all);
    some.keySet().removeIf(name -> SPEED.stream().noneMatch(name::startsWith));
    return some;
  }

  private static Map<String, String> versions(Compute compute) {
    Engine engine = Engine.getInstance();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("perceiver", version(Environment.class));
    versions.put("revision", System.getProperty("perceiver.revision", UNKNOWN));
    versions.put("djl", Engine.getDjlVersion());
    versions.put("engine", engine.getEngineName() + " " + engine.getVersion());
    versions.put("kernels", compute.kernels().name());
    return versions;
  }

  private static String version(Class<?> type) {
    String version = type.getPackage().getImplementationVersion();
    return version == null ? "unpackaged" : version;
  }
}
