package io.perceiver;

import com.google.inject.CreationException;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import com.google.inject.spi.Message;
import io.perceiver.api.PerceiverException;
import io.perceiver.config.ConfigNode;
import io.perceiver.config.RunConfig;
import io.perceiver.config.YamlReader;
import io.perceiver.kernel.Devices;
import io.perceiver.run.Checkpoints;
import io.perceiver.run.LoadedModel;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.RunDevice;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The short way in: train from a configuration file, load what was trained. Everything here can
 * also be had from an injector with {@link PerceiverModule}.
 */
public final class Perceivers {

  private Perceivers() {}

  /**
   * Wires one configuration. Any number of injectors may live in one JVM.
   *
   * @param pluginFolders where jars of plugins lie
   * @param application what an application adds or replaces, see {@link PerceiverModule}
   * @throws PerceiverException with every mistake of the configuration
   */
  public static Injector injector(
      ConfigNode.Mapping config, List<Path> pluginFolders, Module... application) {
    List<Module> modules = new ArrayList<>(List.of(application));
    modules.add(new PerceiverModule(config, pluginFolders));
    try {
      return Guice.createInjector(Stage.PRODUCTION, modules);
    } catch (CreationException e) {
      throw mistake(e.getErrorMessages()).orElseThrow(() -> e);
    }
  }

  /** The mistake a person can mend, where that is why something could not be wired. */
  private static Optional<PerceiverException> mistake(Collection<Message> errors) {
    return errors.stream()
        .map(Message::getCause)
        .filter(PerceiverException.class::isInstance)
        .map(PerceiverException.class::cast)
        .findFirst();
  }

  /** Trains with the plugins of the class path; see {@link #train(Path, Path, List, Module...)}. */
  public static RunResult train(Path config, Path runs, Module... application) throws IOException {
    return train(config, runs, List.of(), application);
  }

  /**
   * Trains in a new folder. To stop a training from another thread, take {@link Training} from an
   * {@link #injector}.
   *
   * @param config a YAML file
   * @param runs the folder of runs
   * @param pluginFolders where jars of plugins lie
   * @throws PerceiverException with every mistake found
   */
  public static RunResult train(
      Path config, Path runs, List<Path> pluginFolders, Module... application) throws IOException {
    Injector injector = injector(YamlReader.file(config), pluginFolders, application);
    return injector.getInstance(Training.class).run(injector.getInstance(RunConfig.class), runs);
  }

  /** Loads with the plugins of the class path; see {@link #load(Path, List, Module...)}. */
  public static LoadedModel load(Path run, Module... application) throws IOException {
    return load(run, List.of(), application);
  }

  /**
   * Loads the best checkpoint of a run; the caller closes the model. It computes on the run's
   * device, or on whatever {@code auto} gives where that is a GPU that is not here.
   *
   * @param run a run folder
   * @param pluginFolders where jars of plugins lie
   */
  public static LoadedModel load(Path run, List<Path> pluginFolders, Module... application)
      throws IOException {
    RunFolder folder = RunFolder.open(run);
    ConfigNode.Mapping config =
        RunDevice.orAny(YamlReader.file(folder.config()), Devices::ofEngine);
    Injector injector = injector(config, pluginFolders, application);
    return injector
        .getInstance(ModelAssembler.class)
        .load(
            injector.getInstance(RunConfig.class), new Checkpoints(folder.checkpoints(), 1).best());
  }
}
