package io.perceiver.bench.process;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.measure.AvailableMemory;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Runs a main class in a JVM of its own, with this one's class path, options and environment.
 *
 * @param main the class
 * @param arguments of it
 * @param limit after which it is ended
 * @param addressSpaceBytes the most memory it may address, where the system has a way to say so;
 *     empty for no limit
 */
public record ChildJvm(
    Class<?> main, List<String> arguments, Duration limit, OptionalLong addressSpaceBytes) {
  private static final int KIB = 1024;
  private static final int LAST_LINES = 12;

  /** The most of what is available that a child may take. */
  private static final double SHARE = 0.8;

  /** What a JVM reserves without using it: classes, code, threads, heap. */
  private static final long RESERVED = 5L << 30;

  /** Creates one with an hour and no limit of memory. */
  public static ChildJvm of(Class<?> main, List<String> arguments) {
    return new ChildJvm(main, arguments, Duration.ofHours(1), OptionalLong.empty());
  }

  /**
   * Creates one with most of the memory that is available now and no more: what does not fit ends
   * alone.
   */
  public static ChildJvm withinMemory(Class<?> main, List<String> arguments, Duration limit) {
    OptionalLong available = AvailableMemory.now();
    return new ChildJvm(
        main,
        arguments,
        limit,
        available.isPresent()
            ? OptionalLong.of((long) (available.getAsLong() * SHARE) + RESERVED)
            : OptionalLong.empty());
  }

  /**
   * Runs it to its end.
   *
   * @throws IOException if it cannot be started
   */
  public ChildResult run() throws IOException {
    Path out = Files.createTempFile("perceiver-bench", ".out");
    Path err = Files.createTempFile("perceiver-bench", ".err");
    try {
      Process process =
          new ProcessBuilder(command())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start();
      boolean ended = await(process);
      return new ChildResult(
          ended ? process.exitValue() : ChildResult.TIMED_OUT,
          Files.readString(out),
          lastLines(err));
    } finally {
      Files.deleteIfExists(out);
      Files.deleteIfExists(err);
    }
  }

  private boolean await(Process process) {
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
      process.destroyForcibly().waitFor();
      return false;
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new PerceiverException("interrupted while " + main.getSimpleName() + " ran", e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    if (addressSpaceBytes.isPresent() && Files.isExecutable(Path.of("/bin/sh"))) {
      long kib = addressSpaceBytes.getAsLong() / KIB;
      command.addAll(List.of("/bin/sh", "-c", "ulimit -v " + kib + "; exec \"$@\"", "sh"));
    }
    command.add(Path.of(System.getProperty("java.home", ""), "bin", "java").toString());
    command.addAll(options());
    if (addressSpaceBytes.isPresent()) {
      command.add("-Xmx1g"); // the heap is reserved at the start, and counts
    }
    command.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
    command.add(main.getName());
    command.addAll(arguments);
    return command;
  }

  /** Agents and debuggers of this process are not for its children. */
  private static List<String> options() {
    List<String> options = new ArrayList<>();
    for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
      if ((option.startsWith("-X") && !option.startsWith("-Xdebug"))
          || option.startsWith("-Dai.djl.offline")
          || option.startsWith("-DOPT_OUT_TRACKING")) {
        options.add(option);
      }
    }
    for (String property :
        List.of("ai.djl.offline", "OPT_OUT_TRACKING", "ai.djl.pytorch.num_threads")) {
      String value = System.getProperty(property);
      if (value != null) {
        options.add("-D" + property + "=" + value);
      }
    }
    return options;
  }

  private static String lastLines(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
  }
}
