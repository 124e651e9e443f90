package io.perceiver.pytorch;

import com.google.inject.AbstractModule;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import io.perceiver.Perceivers;
import io.perceiver.api.Example;
import io.perceiver.api.Plugin;
import io.perceiver.config.RunConfig;
import io.perceiver.config.YamlReader;
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
        YamlReader.text(yaml, "tiny.yaml", Path.of("")), List.of(), modules(more));
  }

  private Module[] modules(Module... more) {
    Module[] modules = new Module[more.length + 1];
    modules[0] = plugins();
    System.arraycopy(more, 0, modules, 1, more.length);
    return modules;
  }

  private Module plugins() {
    return new AbstractModule() {
      @Override
      protected void configure() {
        Multibinder<Plugin<?>> plugins =
            Multibinder.newSetBinder(binder(), new TypeLiteral<Plugin<?>>() {});
        plugins.addBinding().toInstance(new NumbersPlugin());
        plugins.addBinding().toInstance(new MemoryFormat(examples));
      }
    };
  }

  /** Trains to the end. */
  RunResult train(Path runs, RunListener... listeners) throws IOException {
    Injector injector = injector(listening(listeners));
    return injector.getInstance(Training.class).run(injector.getInstance(RunConfig.class), runs);
  }

  /** Goes on with a run from its own configuration. */
  RunResult resume(RunFolder folder, RunListener... listeners) throws IOException {
    Injector injector =
        Perceivers.injector(
            YamlReader.file(folder.config()), List.of(), modules(listening(listeners)));
    return injector
        .getInstance(Training.class)
        .resume(injector.getInstance(RunConfig.class), folder);
  }

  static Module listening(RunListener... listeners) {
    return new AbstractModule() {
      @Override
      protected void configure() {
        Multibinder<RunListener> bound = Multibinder.newSetBinder(binder(), RunListener.class);
        for (RunListener listener : listeners) {
          bound.addBinding().toInstance(listener);
        }
      }
    };
  }
}
