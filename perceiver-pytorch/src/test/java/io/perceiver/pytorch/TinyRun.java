package io.perceiver.pytorch;

import com.google.inject.Injector;
import com.google.inject.Module;
import io.perceiver.Extensions;
import io.perceiver.PerceiverModule;
import io.perceiver.Perceivers;
import io.perceiver.api.Example;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import io.perceiver.train.RunListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A whole run of a tiny model on examples in memory.
 *
 * @param yaml its configuration
 * @param examples what it learns from
 */
record TinyRun(String yaml, List<Example> examples) {

  /** A model of 4 latents; dropout, so that equal results mean equal random draws. */
  static TinyRun of(String training, List<Example> examples) {
    return new TinyRun(
        """
        seed: 7
        device: cpu
        model:
          preset: small
          latents: 4
          latentChannels: 8
          selfAttends: 1
          crossAttention: {headChannels: 8, dropout: 0.1}
          selfAttention: {heads: 2, headChannels: 4, dropout: 0.1}
          mlp: {dropout: 0.1}
        modalities:
          numbers: {}
        heads:
          label: {type: classification, classes: [a, b, c]}
        data: {path: ., format: memory, validation: 0, threads: 2}
        training: %s
        """
            .formatted(training),
        examples);
  }

  TinyRun with(String from, String to) {
    if (!yaml.contains(from)) {
      throw new IllegalArgumentException(from + " is not in the configuration");
    }
    return new TinyRun(yaml.replace(from, to), examples);
  }

  TinyRun withoutDropout() {
    return with("dropout: 0.1", "dropout: 0");
  }

  Injector injector(Module... more) {
    return Perceivers.injector(
        new PerceiverModule(YamlReader.text(yaml, "tiny.yaml", Path.of("")))
            .with(plugins())
            .with(more));
  }

  private Module plugins() {
    return Extensions.plugins(new NumbersPlugin(), new MemoryFormat(examples));
  }

  /** Trains to the end. */
  RunResult train(Path runs, RunListener... listeners) throws IOException {
    Injector injector = injector(Extensions.listeners(listeners));
    return injector.getInstance(Training.class).run(injector.getInstance(RunConfig.class), runs);
  }

  /** Goes on with a run from its own configuration. */
  RunResult resume(RunFolder folder, RunListener... listeners) throws IOException {
    Injector injector =
        Perceivers.injector(
            new PerceiverModule(YamlReader.file(folder.config()))
                .with(plugins(), Extensions.listeners(listeners)));
    return injector
        .getInstance(Training.class)
        .resume(injector.getInstance(RunConfig.class), folder);
  }
}
