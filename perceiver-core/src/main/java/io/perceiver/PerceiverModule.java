package io.perceiver;

import ai.djl.ndarray.types.DataType;
import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.perceiver.api.Plugin;
import io.perceiver.config.ConfigNode;
import io.perceiver.config.RunConfig;
import io.perceiver.config.RunConfigReader;
import io.perceiver.kernel.Compute;
import io.perceiver.kernel.Devices;
import io.perceiver.kernel.KernelLoader;
import io.perceiver.plugin.PluginLoader;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.DatasetReader;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.Training;
import io.perceiver.run.TrainingChoices;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerFactory;
import io.perceiver.train.Optimizers;
import io.perceiver.train.RunListener;
import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleFactory;
import io.perceiver.train.Schedules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything one configuration needs, wired. An application installs its own module beside it and
 * may
 *
 * <ul>
 *   <li>add plugins in code: {@code Multibinder.newSetBinder(binder(), new TypeLiteral<Plugin<?>>()
 *       {})};
 *   <li>add optimisers and schedules by name: {@code MapBinder} from {@code String} to {@link
 *       OptimizerFactory} or {@link ScheduleFactory};
 *   <li>replace the configuration's optimiser or schedule: {@code OptionalBinder} of {@link
 *       Optimizer} or {@link Schedule}, {@code setBinding()};
 *   <li>listen: {@code Multibinder} of {@link RunListener}.
 * </ul>
 */
public final class PerceiverModule extends AbstractModule {
  private final ConfigNode.Mapping config;
  private final List<Path> pluginFolders;

  /**
   * For one configuration.
   *
   * @param pluginFolders where jars of plugins lie; missing ones are skipped
   */
  public PerceiverModule(ConfigNode.Mapping config, List<Path> pluginFolders) {
    this.config = config;
    this.pluginFolders = List.copyOf(pluginFolders);
  }

  @Override
  protected void configure() {
    binder().requireExplicitBindings();
    Multibinder.newSetBinder(binder(), new TypeLiteral<Plugin<?>>() {});
    Multibinder.newSetBinder(binder(), RunListener.class);
    MapBinder<String, OptimizerFactory> optimizers =
        MapBinder.newMapBinder(binder(), String.class, OptimizerFactory.class);
    Optimizers.all().forEach((name, made) -> optimizers.addBinding(name).toInstance(made));
    MapBinder<String, ScheduleFactory> schedules =
        MapBinder.newMapBinder(binder(), String.class, ScheduleFactory.class);
    Schedules.all().forEach((name, made) -> schedules.addBinding(name).toInstance(made));
    OptionalBinder.newOptionalBinder(binder(), Optimizer.class);
    OptionalBinder.newOptionalBinder(binder(), Schedule.class);
  }

  @Provides
  @Singleton
  PluginRegistry plugins(Set<Plugin<?>> inCode) {
    return PluginLoader.load(PerceiverModule.class.getClassLoader(), pluginFolders).with(inCode);
  }

  @Provides
  @Singleton
  RunConfig runConfig(
      PluginRegistry plugins,
      Map<String, OptimizerFactory> optimizers,
      Map<String, ScheduleFactory> schedules) {
    return RunConfigReader.read(
        config,
        plugins,
        Map.of(
            "training.optimizer.type", optimizers.keySet(),
            "training.schedule.type", schedules.keySet()));
  }

  @Provides
  @Singleton
  Compute compute(RunConfig runConfig) {
    return new Compute(
        Devices.ofEngine().choose(runConfig.device()),
        DataType.FLOAT32,
        KernelLoader.load().in(runConfig.precision()));
  }

  @Provides
  DatasetReader datasetReader(PluginRegistry plugins) {
    return new DatasetReader(plugins);
  }

  @Provides
  ModelAssembler assembler(PluginRegistry plugins, Compute compute) {
    return new ModelAssembler(plugins, compute);
  }

  @Provides
  TrainingChoices choices(
      Map<String, OptimizerFactory> optimizers,
      Map<String, ScheduleFactory> schedules,
      Optional<Optimizer> optimizer,
      Optional<Schedule> schedule,
      Set<RunListener> listeners) {
    return new TrainingChoices(optimizers, schedules, optimizer, schedule, listeners);
  }

  @Provides
  Training training(PluginRegistry plugins, Compute compute, TrainingChoices choices) {
    return new Training(plugins, compute, choices);
  }
}
