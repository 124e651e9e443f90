package io.perceiver.internal.data;

import io.perceiver.api.Example;
import io.perceiver.api.FaultException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.WorkInterruptedException;
import io.perceiver.data.BadExample;
import io.perceiver.data.BatchMaker;
import io.perceiver.data.HostBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The batches of one epoch, prepared by other threads ahead of the one in use. Which batches come,
 * in which order and with which values, does not depend on the number of threads.
 *
 * <p>Iterated by one thread, which closes each batch it was given. Another thread may close the
 * loader at any time; the iteration then ends with a {@link PerceiverException}. The threads are
 * daemons and are never interrupted, because an interrupt would close the files they share.
 */
public final class BatchLoader implements Iterator<HostBatch>, AutoCloseable {
  private static final AtomicInteger THREADS = new AtomicInteger();
  private static final int PIECES_PER_THREAD = 2;
  private static final long CLOSING_SECONDS = 5;
  private static final String CLOSED = "the data loader was closed before the epoch ended";

  private final List<Example> examples;
  private final BatchMaker maker;
  private final BatchOptions options;
  private final int[] order;
  private final int batches;
  private final @Nullable AugmentationSeed augmentation;
  private final ExecutorService threads;
  private final Queue<CompletableFuture<Optional<HostBatch>>> ahead = new ConcurrentLinkedQueue<>();
  private int submitted;
  private int delivered;
  private @Nullable HostBatch ready;
  private final AtomicLong waitedNanos = new AtomicLong();
  private volatile boolean closed;

  /**
   * Starts preparing.
   *
   * @param examples in a stable order; not decoded yet
   * @throws PerceiverException if there are fewer examples than one full batch and the last batch
   *     is dropped
   */
  public BatchLoader(List<Example> examples, BatchMaker maker, BatchOptions options) {
    this.examples = examples;
    this.maker = maker;
    this.options = options;
    this.order = EpochOrder.of(examples.size(), options);
    this.batches = options.batches(examples.size());
    this.submitted = options.firstBatch();
    this.augmentation =
        options.augment() ? new AugmentationSeed(options.seed(), options.epoch()) : null;
    if (batches == 0 && !examples.isEmpty()) {
      throw new PerceiverException(
          "batchSize: "
              + options.batchSize()
              + " is not allowed; allowed: at most the "
              + examples.size()
              + " examples, where the last batch is dropped");
    }
    this.threads = Executors.newFixedThreadPool(options.threads(), BatchLoader::daemon);
    submitAhead();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "perceiver-data-" + THREADS.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  /** Number of batches of the whole epoch, those before the first one included. */
  public int batches() {
    return batches;
  }

  /** Time the consumer has waited for batches so far, in nanoseconds. */
  public long waitedNanos() {
    return waitedNanos.get();
  }

  /**
   * Waits for the next batch.
   *
   * @throws PerceiverException if an example cannot be read and may not be left out, if not a
   *     single one could be read, or if the loader was closed
   * @throws WorkInterruptedException if the thread was interrupted
   * @throws FaultException if a plugin or this library failed
   */
  @Override
  public boolean hasNext() {
    while (ready == null && !ahead.isEmpty()) {
      Optional<HostBatch> batch = await(ahead.element());
      ahead.poll();
      submitAhead();
      ready = batch.orElse(null);
    }
    if (ready == null) {
      finish();
      return false;
    }
    return true;
  }

  @Override
  public HostBatch next() {
    if (!hasNext() || ready == null) {
      throw new NoSuchElementException("the epoch has no more batches");
    }
    HostBatch batch = ready;
    ready = null;
    delivered++;
    return batch;
  }

  private void finish() {
    if (closed && submitted < batches) {
      throw new PerceiverException(CLOSED);
    }
    boolean nothing = delivered == 0 && options.firstBatch() == 0 && batches > 0;
    if (!closed && nothing) {
      close();
      List<BadExample> bad = maker.badExamples().all();
      throw new PerceiverException(
          String.format(
              "none of the %d examples could be read%s",
              examples.size(), bad.isEmpty() ? "" : "; one of them: " + bad.get(0).reason()));
    }
    close();
  }

  private Optional<HostBatch> await(CompletableFuture<Optional<HostBatch>> batch) {
    long start = System.nanoTime();
    try {
      if (Thread.interrupted()) { // also where the batch is ready
        throw new InterruptedException();
      }
      return batch.get();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new WorkInterruptedException("interrupted while waiting for a batch", e);
    } catch (CancellationException e) {
      throw new PerceiverException(CLOSED, e);
    } catch (ExecutionException e) {
      close();
      throw rethrown(e.getCause());
    } finally {
      waitedNanos.addAndGet(System.nanoTime() - start);
    }
  }

  /** Keeps the message, and whether it is a fault; adds this thread's trace. */
  private static RuntimeException rethrown(@Nullable Throwable cause) {
    if (cause instanceof CancellationException) {
      return new PerceiverException(CLOSED, cause);
    }
    if (cause instanceof PerceiverException) {
      return new PerceiverException(String.valueOf(cause.getMessage()), cause);
    }
    return cause instanceof FaultException
        ? new FaultException(String.valueOf(cause.getMessage()), cause)
        : new FaultException("preparing a batch failed: " + cause, cause);
  }

  private synchronized void submitAhead() {
    while (!closed && submitted < batches && ahead.size() < options.prefetch()) {
      ahead.add(submit(submitted++));
    }
  }

  /** Cuts a batch into pieces, so that all threads work on the batch that is needed first. */
  private CompletableFuture<Optional<HostBatch>> submit(int index) {
    List<Example> batch = examples(index);
    int pieceSize = Math.max(1, batch.size() / (options.threads() * PIECES_PER_THREAD));
    List<CompletableFuture<List<PreparedExample>>> pieces = new ArrayList<>();
    for (int from = 0; from < batch.size(); from += pieceSize) {
      List<Example> piece = batch.subList(from, Math.min(batch.size(), from + pieceSize));
      pieces.add(CompletableFuture.supplyAsync(() -> prepare(piece), threads));
    }
    return CompletableFuture.allOf(pieces.toArray(CompletableFuture[]::new))
        .handleAsync((all, failure) -> assemble(index, pieces), threads);
  }

  private List<Example> examples(int index) {
    int from = index * options.batchSize();
    int to = (int) Math.min(order.length, (long) from + options.batchSize());
    return Arrays.stream(order, from, to).mapToObj(examples::get).toList();
  }

  private List<PreparedExample> prepare(List<Example> piece) {
    List<PreparedExample> prepared = new ArrayList<>();
    for (Example example : piece) {
      if (closed) {
        throw new CancellationException();
      }
      maker.prepare(example, augmentation).ifPresent(prepared::add);
    }
    return prepared;
  }

  /** The pieces are done; the first failed one, in the batch's order, decides the error. */
  private Optional<HostBatch> assemble(
      int index, List<CompletableFuture<List<PreparedExample>>> pieces) {
    List<PreparedExample> prepared = new ArrayList<>();
    for (CompletableFuture<List<PreparedExample>> piece : pieces) {
      prepared.addAll(done(piece));
    }
    if (closed) {
      throw new CancellationException();
    }
    return maker.assemble(index, prepared);
  }

  private static List<PreparedExample> done(CompletableFuture<List<PreparedExample>> piece) {
    try {
      return piece.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  /**
   * Ends the preparation. Waits a few seconds for the examples that are being read at this moment,
   * so that their files can be closed.
   */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      ahead.forEach(batch -> batch.cancel(false));
      threads.shutdown();
    }
    try {
      threads.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
