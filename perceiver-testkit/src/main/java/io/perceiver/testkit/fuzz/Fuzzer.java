package io.perceiver.testkit.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.sun.management.ThreadMXBean;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.UnreadableExampleException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * Feeds damaged copies of good files to a reader for a fixed time. Case n is always the same file,
 * so a finding repeats: {@link #bytes} makes it again, and its bytes are in the message.
 *
 * <p>A reader may accept a file or refuse it by an {@link UnreadableExampleException} or {@link
 * PerceiverException}. Everything else is a finding: other exceptions and errors, a hang, and more
 * memory than allowed.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Fuzzer {
  // of the processor's time; a case takes milliseconds
  private static final Duration HANG = Duration.ofSeconds(5);
  private static final int LEAST_CASES = 300;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final List<byte[]> seeds;
  private final UnaryOperator<byte[]> repair;
  private final long maxBytes;
  private volatile int current;
  private int accepted;
  private int refused;

  /** The reader under test. */
  @FunctionalInterface
  @API(status = API.Status.EXPERIMENTAL, since = "0.1")
  public interface Reader {
    /** Reads a file or throws. */
    void read(byte[] file) throws Exception;
  }

  /**
   * Creates a fuzzer of one format.
   *
   * @param seeds good files to start from
   * @param repair makes checksums right again, so that damage gets past them; applied to every
   *     second case
   * @param maxBytes most that one call may allocate
   */
  public Fuzzer(List<byte[]> seeds, UnaryOperator<byte[]> repair, long maxBytes) {
    this.seeds = seeds;
    this.repair = repair;
    this.maxBytes = maxBytes;
  }

  /** Returns the file of case n; the seeds themselves come first. */
  public byte[] bytes(int n) {
    if (n < seeds.size()) {
      return seeds.get(n);
    }
    SplittableRandom random = new SplittableRandom(n);
    byte[] damaged = Mutation.several(seeds.get(random.nextInt(seeds.size())), random);
    return random.nextBoolean() ? damaged : repair.apply(damaged);
  }

  /**
   * Runs until the reader has used that much processor time; fails at the first finding.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  public void run(Duration time, Reader reader) throws InterruptedException {
    FutureTask<Void> task = new FutureTask<>(() -> readAll(time.toNanos(), reader));
    Thread thread = new Thread(task, "fuzzer");
    thread.setDaemon(true);
    thread.start();
    try {
      await(task, thread.getId());
    } catch (ExecutionException found) {
      fail(description("ends with " + found.getCause()), found.getCause());
    }
    assertTrue(
        accepted >= seeds.size(),
        () -> accepted + " files were accepted, fewer than the " + seeds.size() + " good ones");
    assertTrue(refused > 0, "no damaged file was refused");
  }

  /** Waits as long as cases go by, or the machine has no time for them. */
  private void await(Future<?> end, long thread) throws InterruptedException, ExecutionException {
    int seen = -1;
    long since = 0;
    while (!end.isDone()) {
      try {
        end.get(1, TimeUnit.SECONDS);
      } catch (TimeoutException running) {
        if (seen != current) {
          seen = current;
          since = THREADS.getThreadCpuTime(thread);
        } else if (THREADS.getThreadCpuTime(thread) - since > HANG.toNanos()) {
          fail(description("hangs"), running);
        }
      }
    }
    end.get();
  }

  private Void readAll(long nanos, Reader reader) throws Exception {
    long end = THREADS.getCurrentThreadCpuTime() + nanos;
    for (int n = 0; n < LEAST_CASES || THREADS.getCurrentThreadCpuTime() < end; n++) {
      current = n;
      byte[] file = bytes(n);
      long before = THREADS.getCurrentThreadAllocatedBytes();
      read(n, file, reader);
      long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
      assertTrue(
          allocated <= maxBytes,
          () -> allocated + " bytes allocated, more than the " + maxBytes + " allowed");
    }
    return null;
  }

  private void read(int n, byte[] file, Reader reader) throws Exception {
    try {
      reader.read(file);
      accepted++;
    } catch (UnreadableExampleException | PerceiverException refusal) {
      if (n < seeds.size()) {
        throw new AssertionError("a good file is refused", refusal);
      }
      refused++;
    }
  }

  private String description(String what) {
    byte[] file = bytes(current);
    return "case %d, %d bytes, %s; the file in Base64: %s"
        .formatted(current, file.length, what, Base64.getEncoder().encodeToString(file));
  }
}
