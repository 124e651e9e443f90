package io.perceiver.bench.subject;

import io.perceiver.api.PerceiverException;
import io.perceiver.bench.BenchRun;
import io.perceiver.demo.DemoDataset;
import io.perceiver.demo.ProgressListener;
import io.perceiver.demo.Sizes;
import java.nio.file.Path;

/** Demo data for benches that are given none. */
public final class DemoFolder {

  private DemoFolder() {}

  /**
   * Makes them in the run's output, unless they are there.
   *
   * @param bench begins the folder's name
   * @return the folder
   */
  public static Path in(BenchRun run, String bench, Sizes sizes) {
    Path folder = run.output().resolve(bench + "-demo-" + sizes.total());
    run.say("demo data in %s ...", folder);
    try {
      new DemoDataset(run.seed(), sizes).write(folder, ProgressListener.SILENT);
      return folder;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PerceiverException("interrupted while demo data was made", e);
    }
  }
}
