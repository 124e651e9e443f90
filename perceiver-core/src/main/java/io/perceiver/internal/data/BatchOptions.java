package io.perceiver.internal.data;

import io.perceiver.api.Problems;

/**
 * How an epoch is cut into batches. Only {@code threads} and {@code prefetch} leave the batches as
 * they are.
 *
 * @param batchSize examples of a batch, at least 1
 * @param seed the run's seed
 * @param epoch the epoch, from 0
 * @param shuffle whether the order is drawn from seed and epoch; the examples' own order otherwise
 * @param augment whether examples are augmented
 * @param dropLast whether a last batch of fewer examples is left out
 * @param firstBatch the batch to begin with, for a run that goes on; the ones before are not
 *     prepared
 * @param threads that prepare, at least 1
 * @param prefetch batches prepared or in preparation ahead of the one in use, at least 1
 */
public record BatchOptions(
    int batchSize,
    long seed,
    long epoch,
    boolean shuffle,
    boolean augment,
    boolean dropLast,
    int firstBatch,
    int threads,
    int prefetch) {
  private static final int USUAL_PREFETCH = 3;

  /** Checks the numbers. */
  public BatchOptions {
    Problems problems = new Problems("");
    problems.check(batchSize >= 1, "batchSize", batchSize, "at least 1");
    problems.check(firstBatch >= 0, "firstBatch", firstBatch, "0 or more");
    problems.check(threads >= 1, "threads", threads, "at least 1");
    problems.check(prefetch >= 1, "prefetch", prefetch, "at least 1");
    problems.throwIfAny();
  }

  /** One epoch of training: shuffled, augmented, with all examples, on one thread a processor. */
  public static BatchOptions training(int batchSize, long seed, long epoch) {
    return new BatchOptions(
        batchSize, seed, epoch, true, true, false, 0, processors(), USUAL_PREFETCH);
  }

  /** Every example once, in its own order and as it is. */
  public static BatchOptions evaluation(int batchSize) {
    return new BatchOptions(batchSize, 0, 0, false, false, false, 0, processors(), USUAL_PREFETCH);
  }

  /** Beginning with another batch. */
  public BatchOptions from(int batch) {
    return new BatchOptions(
        batchSize, seed, epoch, shuffle, augment, dropLast, batch, threads, prefetch);
  }

  /** Returns a copy with so many threads and batches ahead. */
  public BatchOptions on(int threadCount, int batchesAhead) {
    return new BatchOptions(
        batchSize, seed, epoch, shuffle, augment, dropLast, firstBatch, threadCount, batchesAhead);
  }

  /** Returns a copy with full batches only. */
  public BatchOptions droppingLast() {
    return new BatchOptions(
        batchSize, seed, epoch, shuffle, augment, true, firstBatch, threads, prefetch);
  }

  /** Number of batches that so many examples make, those before {@code firstBatch} counted too. */
  public int batches(int examples) {
    int full = examples / batchSize;
    return dropLast || examples % batchSize == 0 ? full : full + 1;
  }

  private static int processors() {
    return Runtime.getRuntime().availableProcessors();
  }
}
