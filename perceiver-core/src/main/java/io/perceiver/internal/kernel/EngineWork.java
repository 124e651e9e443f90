package io.perceiver.internal.kernel;

import io.perceiver.api.WorkInterruptedException;
import java.nio.channels.ClosedByInterruptException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a Java process from ending while its threads compute. The engine's native library takes
 * itself apart when the process ends, and a thread that is still inside then crashes. So whatever
 * computes does it within {@link #run}; when the process is told to end, it is asked to stop, and
 * the process waits for it, a bounded time. Thread-safe.
 */
public final class EngineWork {
  /** What can stop by itself, such as a training, has this long to do it. */
  private static final long GRACE_NANOS = 20_000_000_000L;

  /** After this the process ends whatever is still computing. */
  private static final long LIMIT_NANOS = 60_000_000_000L;

  private static final String ENDING = "the process is ending";
  private static final ThreadLocal<@Nullable EngineWork> OWN = new ThreadLocal<>();

  /** Also the lock of everything here that changes. */
  private static final Set<EngineWork> RUNNING = new LinkedHashSet<>();

  private static boolean hooked;
  private static boolean ending;

  private final Optional<Runnable> stop;
  private volatile boolean cut;

  private EngineWork(Optional<Runnable> stop) {
    this.stop = stop;
  }

  /**
   * Something that computes.
   *
   * @param <T> its result
   * @param <E> what it may throw
   */
  @FunctionalInterface
  public interface Work<T, E extends Exception> {
    /** Does it. */
    T run() throws E;
  }

  /**
   * Computes. Work that takes long calls {@link #check} now and then.
   *
   * @throws WorkInterruptedException if the process is ending
   */
  public static <T, E extends Exception> T run(Work<T, E> work) throws E {
    return run(work, Optional.empty());
  }

  /**
   * Computes what can be asked to stop in good order.
   *
   * @param stop asks it, from another thread; it should then end within seconds
   * @throws WorkInterruptedException if the process is ending
   */
  public static <T, E extends Exception> T run(Work<T, E> work, Runnable stop) throws E {
    return run(work, Optional.of(stop));
  }

  private static <T, E extends Exception> T run(Work<T, E> work, Optional<Runnable> stop) throws E {
    if (OWN.get() != null) {
      return work.run(); // within other work, which is waited for
    }
    EngineWork own = new EngineWork(stop);
    begin(own);
    try {
      return work.run();
    } catch (Exception e) {
      if (isInterrupt(e)) {
        throw new WorkInterruptedException("the thread was interrupted", e);
      }
      throw e;
    } finally {
      end(own);
    }
  }

  /** Files close themselves in an interrupted thread, whose flag stays set. */
  private static boolean isInterrupt(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ClosedByInterruptException) {
        return true;
      }
    }
    return false;
  }

  /**
   * Refuses to go on with work that has to end.
   *
   * @throws WorkInterruptedException if this thread's work is to end with the process
   */
  public static void check() {
    EngineWork own = OWN.get();
    if (own != null && own.cut) {
      throw new WorkInterruptedException(ENDING, null);
    }
  }

  private static void begin(EngineWork own) {
    synchronized (RUNNING) {
      if (ending || !hook()) {
        throw new WorkInterruptedException(ENDING, null);
      }
      RUNNING.add(own);
    }
    OWN.set(own);
  }

  private static void end(EngineWork own) {
    OWN.remove();
    synchronized (RUNNING) {
      RUNNING.remove(own);
      RUNNING.notifyAll();
    }
  }

  /** Whether the process waits for work; it no longer does once it is ending. */
  private static boolean hook() {
    if (!hooked) {
      try {
        Runtime.getRuntime().addShutdownHook(new Thread(EngineWork::shutDown, "perceiver-end"));
        hooked = true;
      } catch (IllegalStateException alreadyEnding) {
        return false;
      }
    }
    return true;
  }

  private static void shutDown() {
    long start = System.nanoTime();
    List<EngineWork> running;
    synchronized (RUNNING) {
      ending = true;
      running = new ArrayList<>(RUNNING);
    }
    running.forEach(work -> work.stop.ifPresentOrElse(Runnable::run, () -> work.cut = true));
    await(start + GRACE_NANOS);
    running.forEach(work -> work.cut = true);
    await(start + LIMIT_NANOS);
  }

  private static void await(long deadline) {
    synchronized (RUNNING) {
      long left = deadline - System.nanoTime();
      while (!RUNNING.isEmpty() && left > 0) {
        try {
          RUNNING.wait(Math.max(1, left / 1_000_000));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
        left = deadline - System.nanoTime();
      }
    }
  }
}
