package io.perceiver.pytorch;

import com.google.inject.Injector;
import io.perceiver.Extensions;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.RunConfig;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.Training;
import io.perceiver.train.RunListener;
import io.perceiver.train.StepReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A program that trains, and predicts with two other threads, until it is told to end. It says
 * {@value #READY} when it does all of this. For {@link ShutdownTest}.
 */
final class UntilKilled {
  static final String READY = "computing";
  private static final int THREADS = 2;

  private UntilKilled() {}

  public static void main(String[] arguments) throws IOException {
    List<Example> examples = Samples.noise(64, "train");
    TinyRun run =
        TinyRun.of("{batchSize: 32, epochs: 0, steps: 100000000}", examples)
            .with("latents: 4", "latents: 64")
            .with("latentChannels: 8", "latentChannels: 64");
    Injector injector = run.injector(Extensions.listeners(new Announcing()));
    RunConfig config = injector.getInstance(RunConfig.class);
    PerceiverModel model = injector.getInstance(ModelAssembler.class).assemble(config);
    for (int i = 0; i < THREADS; i++) {
      new Thread(() -> predict(model, examples), "predicting-" + i).start();
    }
    injector.getInstance(Training.class).run(config, Path.of(arguments[0]));
  }

  private static void predict(PerceiverModel model, List<Example> examples) {
    try {
      while (true) {
        model.predict(examples);
      }
    } catch (PerceiverException ending) {
      // the process ends, which is what everybody waits for
    }
  }

  private static final class Announcing implements RunListener {
    @Override
    public void stepped(StepReport report) {
      if (report.state().step() == 3) {
        System.out.println(READY);
      }
    }
  }
}
