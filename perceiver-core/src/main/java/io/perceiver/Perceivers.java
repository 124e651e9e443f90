package io.perceiver;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Module;
import com.google.inject.Stage;
import io.perceiver.config.ConfigNode;
import io.perceiver.config.RunConfig;
import io.perceiver.config.YamlReader;
import io.perceiver.run.Checkpoints;
import io.perceiver.run.LoadedModel;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.RunFolder;
import io.perceiver.run.RunResult;
import io.perceiver.run.Training;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The short way in: train from a configuration file, load what was trained. Everything here can also
 * be had from an injector with {@link PerceiverModule}.
 */
public final class Perceivers {

  private Perceivers() {}

  /**
   * Wires one configuration. Any number of injectors may live in one JVM.
   *
   * @param pluginFolders where jars of plugins lie
   * @param application what an application adds or replaces, see {@link PerceiverModule}
   */
  public static Injector injector(
      ConfigNode.Mapping config, List<Path> pluginFolders, Module... application) {
    List<Module> modules = new ArrayList<>(List.of(application));
    modules.add(new PerceiverModule(config, pluginFolders));
    return Guice.createInjector(Stage.PRODUCTION, modules);
  }

  /**
   * Trains in a new folder.
   *
   * @param config a YAML file
   * @param runs the folder of runs
   * @throws io.perceiver.api.PerceiverException with every mistake found
   */
  public static RunResult train(Path config, Path runs, Module... application)
      throws IOException {
    Injector injector = injector(YamlReader.file(config), List.of(), application);
    return injector
        .getInstance(Training.class)
        .run(injector.getInstance(RunConfig.class), runs);
  }

  /**
   * Loads the best checkpoint of a run; the caller closes the model.
   *
   * @param run a run folder
   */
  public static LoadedModel load(Path run, Module... application) throws IOException {
    RunFolder folder = RunFolder.open(run);
    Injector injector = injector(YamlReader.file(folder.config()), List.of(), application);
    return injector
        .getInstance(ModelAssembler.class)
        .load(
            injector.getInstance(RunConfig.class),
            new Checkpoints(folder.checkpoints(), 1).best());
  }
}
