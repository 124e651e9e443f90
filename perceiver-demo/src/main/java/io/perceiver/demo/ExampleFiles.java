package io.perceiver.demo;

import io.perceiver.api.PerceiverException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Renders examples and writes their files, on several threads. */
final class ExampleFiles {
  private static final int CHUNK = 64; // examples a task: enough to hide its cost

  private final Layout layout;
  private final Renderers renderers;
  private final int threads;

  ExampleFiles(Layout layout, Renderers renderers, int threads) {
    this.layout = layout;
    this.renderers = renderers;
    this.threads = threads;
  }

  /**
   * Writes all files of all examples below a folder. No thread of it is left when it returns.
   *
   * @return the checksum of each file, in the manifest's order
   * @throws InterruptedException if the calling thread was interrupted; some files are written then
   */
  List<byte[]> writeTo(Path folder, ProgressListener listener)
      throws IOException, InterruptedException {
    for (Split split : Split.values()) {
      for (Sense sense : Sense.values()) {
        Files.createDirectories(folder.resolve(layout.folder(split, sense)));
      }
    }
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      return gather(submit(folder, workers), listener);
    } finally {
      workers.shutdownNow();
      awaitEnd(workers);
    }
  }

  private List<Future<List<byte[]>>> submit(Path folder, ExecutorService workers) {
    List<Layout.Entry> entries = layout.entries();
    List<Future<List<byte[]>>> chunks = new ArrayList<>();
    for (int from = 0; from < entries.size(); from += CHUNK) {
      List<Layout.Entry> chunk = entries.subList(from, Math.min(from + CHUNK, entries.size()));
      chunks.add(workers.submit(() -> writeChunk(folder, chunk)));
    }
    return chunks;
  }

  private List<byte[]> writeChunk(Path folder, List<Layout.Entry> chunk) throws IOException {
    List<byte[]> checksums = new ArrayList<>();
    for (Layout.Entry entry : chunk) {
      for (Sense sense : layout.senses(entry)) {
        byte[] file = renderers.render(entry, sense);
        Files.write(folder.resolve(layout.path(entry, sense)), file);
        checksums.add(Checksum.of(file));
      }
    }
    return checksums;
  }

  private List<byte[]> gather(List<Future<List<byte[]>>> chunks, ProgressListener listener)
      throws IOException, InterruptedException {
    List<byte[]> checksums = new ArrayList<>();
    int done = 0;
    for (Future<List<byte[]>> chunk : chunks) {
      try {
        checksums.addAll(chunk.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof IOException cause) {
          throw cause;
        }
        throw new PerceiverException("Rendering an example failed: " + e.getCause(), e.getCause());
      }
      done = Math.min(done + CHUNK, layout.sizes().total());
      listener.progressed(done, layout.sizes().total());
      if (Thread.interrupted()) { // get() does not look where its chunk is done already
        throw new InterruptedException();
      }
    }
    return checksums;
  }

  /**
   * Waits for a chunk's last file even if interrupted, so that nobody writes into a folder that is
   * being deleted.
   */
  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = workers.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
