package io.perceiver.internal.data;

import java.util.concurrent.atomic.AtomicLong;

/** Memory that kept examples may take, shared by the modalities of a model. Thread-safe. */
public final class CacheBudget {
  private static final int BYTES_OF_MB = 1 << 20;

  /** What keeping an example costs beside its numbers: the map's entry, the objects' headers. */
  private static final int OVERHEAD = 256;

  private final AtomicLong left;

  private CacheBudget(long bytes) {
    left = new AtomicLong(bytes);
  }

  /** Nothing is kept. */
  public static CacheBudget none() {
    return new CacheBudget(0);
  }

  /** So many megabytes (2²⁰ bytes), but never more than a quarter of the largest heap. */
  public static CacheBudget ofMegabytes(int megabytes) {
    long heap = Runtime.getRuntime().maxMemory();
    return new CacheBudget(Math.min((long) megabytes * BYTES_OF_MB, heap / 4));
  }

  /** Takes memory for one more example; takes nothing where too little is left. */
  boolean take(long bytes) {
    long wanted = bytes + OVERHEAD;
    long before = left.getAndUpdate(now -> now >= wanted ? now - wanted : now);
    return before >= wanted;
  }

  /** Whether anything can still be kept. */
  boolean isSpent() {
    return left.get() <= OVERHEAD;
  }
}
