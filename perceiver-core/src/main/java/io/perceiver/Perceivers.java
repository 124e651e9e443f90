package io.perceiver;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.RunConfigWriter;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.kernel.Devices;
import io.perceiver.internal.run.RunDevice;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.PerceiverModel;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The short way in: train, go on with a training, load what was trained.
 *
 * <pre>{@code
 * RunResult result = Perceivers.train(Path.of("cats.yaml"), Path.of("runs"));
 * try (PerceiverModel model = Perceivers.load(result.folder().path())) {
 *   System.out.println(model.evaluate(examples).metrics());
 * }
 * }</pre>
 *
 * <p>Every method takes what the application adds or replaces: see {@link Extensions}. The parts
 * behind these methods come from an injector with {@link PerceiverModule}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Perceivers {

  private Perceivers() {}

  /**
   * Wires one configuration. Any number of injectors can live in one JVM.
   *
   * @throws PerceiverException with every mistake of the configuration
   */
  public static Injector injector(PerceiverModule module) {
    try {
      return Guice.createInjector(Stage.PRODUCTION, module);
    } catch (CreationException e) {
      throw mistake(e.getErrorMessages()).orElseThrow(() -> e);
    }
  }

  /** The mistake a person can mend, if that is why something could not be wired. */
  private static Optional<PerceiverException> mistake(Collection<Message> errors) {
    return errors.stream()
        .map(Message::getCause)
        .filter(PerceiverException.class::isInstance)
        .map(PerceiverException.class::cast)
        .findFirst();
  }

  /**
   * Checks a configuration made in code, with the very checks and messages of one in YAML.
   *
   * @return the configuration, with what the checks fill in
   * @throws PerceiverException with every mistake found
   */
  public static RunConfig check(RunConfig config, Module... extensions) {
    return injector(new PerceiverModule(config).with(extensions)).getInstance(RunConfig.class);
  }

  /**
   * Reads a configuration file and checks it.
   *
   * @param yaml a YAML file
   * @throws PerceiverException with every mistake found
   */
  public static RunConfig read(Path yaml, Module... extensions) {
    return injector(new PerceiverModule(yaml).with(extensions)).getInstance(RunConfig.class);
  }

  /** Returns a configuration as YAML that {@link #read} reads back, with a comment on each key. */
  public static String yaml(RunConfig config) {
    return RunConfigWriter.write(config, true);
  }

  /**
   * Trains from a configuration file in a new run folder.
   *
   * @param config a YAML file
   * @param runs the folder of runs
   * @throws PerceiverException with every mistake found in configuration and data
   */
  public static RunResult train(Path config, Path runs, Module... extensions) throws IOException {
    Injector injector = injector(new PerceiverModule(config).with(extensions));
    return injector.getInstance(Training.class).run(injector.getInstance(RunConfig.class), runs);
  }

  /**
   * Trains from a configuration made in code in a new run folder.
   *
   * @param runs the folder of runs
   * @throws PerceiverException with every mistake found in configuration and data
   */
  public static RunResult train(RunConfig config, Path runs, Module... extensions)
      throws IOException {
    Injector injector = injector(new PerceiverModule(config).with(extensions));
    return injector.getInstance(Training.class).run(injector.getInstance(RunConfig.class), runs);
  }

  /**
   * Trains on examples of the application's own in a new run folder. Of the configuration's {@code
   * data}, the path and the format are not looked at.
   *
   * @param examples of all splits; see {@link Examples}
   * @param runs the folder of runs
   * @throws PerceiverException with every mistake found in configuration and examples
   */
  public static RunResult train(
      RunConfig config, List<Example> examples, Path runs, Module... extensions)
      throws IOException {
    Injector injector = injector(new PerceiverModule(config).with(extensions));
    return injector
        .getInstance(Training.class)
        .run(injector.getInstance(RunConfig.class), examples, runs);
  }

  /**
   * Goes on with a run that was stopped, from its latest checkpoint and with its own configuration.
   *
   * @param run a run folder
   * @throws PerceiverException if it is finished, its data has changed, or another training has it
   */
  public static RunResult resume(Path run, Module... extensions) throws IOException {
    RunFolder folder = RunFolder.open(run);
    Injector injector = injector(new PerceiverModule(folder.config()).with(extensions));
    return injector
        .getInstance(Training.class)
        .resume(injector.getInstance(RunConfig.class), folder);
  }

  /**
   * Goes on with a run that was trained on examples of the application's own.
   *
   * @param run a run folder
   * @param examples the same as before
   * @throws PerceiverException if it is finished, the examples have changed, or another training
   *     has it
   */
  public static RunResult resume(Path run, List<Example> examples, Module... extensions)
      throws IOException {
    RunFolder folder = RunFolder.open(run);
    Injector injector = injector(new PerceiverModule(folder.config()).with(extensions));
    return injector
        .getInstance(Training.class)
        .resume(injector.getInstance(RunConfig.class), examples, folder);
  }

  /**
   * Goes on with a run, finished or not, to a number of epochs in all. Its figures on the test
   * split so far stay, and later ones count as seen before.
   *
   * @param run a run folder
   * @param epochs of the whole run
   * @throws PerceiverException if it has that many already, its data has changed, or another
   *     training has it
   */
  public static RunResult resume(Path run, int epochs, Module... extensions) throws IOException {
    return longer(run, epochs, Training::resume, extensions);
  }

  /**
   * Goes on with a run that was trained on examples of the application's own, finished or not, to a
   * number of epochs in all.
   *
   * @param run a run folder
   * @param epochs of the whole run
   * @param examples the same as before
   * @throws PerceiverException if it has that many epochs already, the examples have changed, or
   *     another training has it
   */
  public static RunResult resume(Path run, int epochs, List<Example> examples, Module... extensions)
      throws IOException {
    return longer(
        run,
        epochs,
        (training, config, folder) -> training.resume(config, examples, folder),
        extensions);
  }

  /** The way a training goes on. */
  @FunctionalInterface
  private interface Resuming {
    RunResult resume(Training training, RunConfig config, RunFolder folder) throws IOException;
  }

  private static RunResult longer(Path run, int epochs, Resuming way, Module... extensions)
      throws IOException {
    RunFolder folder = RunFolder.open(run);
    Injector injector = injector(new PerceiverModule(folder.config()).with(extensions));
    RunConfig config =
        injector
            .getInstance(RunConfig.class)
            .with(
                c ->
                    c.training =
                        c.training.with(
                            t -> {
                              t.epochs = epochs;
                              t.steps = 0;
                            }));
    return way.resume(injector.getInstance(Training.class), config, folder);
  }

  /**
   * Loads the best checkpoint of a run; the caller closes the model. It computes on the run's
   * device if that is here, and otherwise on any available one.
   *
   * <p>Neither the optimiser and the schedule nor the dataset format of the training are needed.
   *
   * @param run a run folder
   */
  public static PerceiverModel load(Path run, Module... extensions) throws IOException {
    RunFolder folder = RunFolder.open(run);
    PerceiverModule module =
        new PerceiverModule(RunDevice.orAny(YamlReader.file(folder.config()), Devices::ofEngine));
    Injector injector = injector(module.forTrainedModel().with(extensions));
    return injector
        .getInstance(ModelAssembler.class)
        .load(injector.getInstance(RunConfig.class), folder.best());
  }
}
