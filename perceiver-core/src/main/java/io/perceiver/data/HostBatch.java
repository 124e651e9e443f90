package io.perceiver.data;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.internal.data.ModalityBatch;
import io.perceiver.internal.data.TargetBatch;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apiguardian.api.API;

/**
 * A batch in the memory of the host, in plain buffers. Closing it gives the buffers back to be used
 * again, so nothing may read them after that. To be used by one thread at a time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class HostBatch implements AutoCloseable {
  private final int index;
  private final List<Example> examples;
  private final SortedMap<String, ModalityBatch> modalities;
  private final SortedMap<String, TargetBatch> targets;
  private final BufferPool pool;
  private final AtomicBoolean closed = new AtomicBoolean();

  HostBatch(
      int index,
      List<Example> examples,
      SortedMap<String, ModalityBatch> modalities,
      SortedMap<String, TargetBatch> targets,
      BufferPool pool) {
    this.index = index;
    this.examples = examples;
    this.modalities = Collections.unmodifiableSortedMap(modalities);
    this.targets = Collections.unmodifiableSortedMap(targets);
    this.pool = pool;
  }

  /** Its place in the epoch, from 0; counted without regard to what was left out. */
  public int index() {
    return index;
  }

  /** Number of examples, B, at least 1. */
  public int size() {
    return examples.size();
  }

  /** The examples, in the order of the batch's rows. */
  public List<Example> examples() {
    return examples;
  }

  /** By modality name; one that no example of the batch has is absent. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public SortedMap<String, ModalityBatch> modalities() {
    checkOpen();
    return modalities;
  }

  /** By output; one whose target no example of the batch has may be absent. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public SortedMap<String, TargetBatch> targets() {
    checkOpen();
    return targets;
  }

  /** A closed batch's memory may hold another one already. */
  private void checkOpen() {
    if (closed.get()) {
      throw new PerceiverException("the batch was closed; use it before its try block ends");
    }
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      modalities.values().forEach(this::giveBack);
      for (TargetBatch target : targets.values()) {
        if (target instanceof TargetBatch.Elements ofModality) {
          giveBack(ofModality.elements());
        }
      }
    }
  }

  private void giveBack(ModalityBatch modality) {
    pool.giveBack(modality.contentBytes());
    if (modality.positionBytes() != null) {
      pool.giveBack(modality.positionBytes());
    }
  }
}
