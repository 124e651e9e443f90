package io.perceiver;

import com.google.inject.Binding;
import com.google.inject.BindingAnnotation;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.PrivateModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.spi.Element;
import com.google.inject.spi.Elements;
import io.perceiver.api.Plugin;
import io.perceiver.config.RunConfig;
import io.perceiver.internal.config.ConfigNode;
import io.perceiver.internal.config.RunConfigReader;
import io.perceiver.internal.config.RunConfigWriter;
import io.perceiver.internal.config.YamlReader;
import io.perceiver.internal.plugin.PluginLoader;
import io.perceiver.internal.run.TrainingChoices;
import io.perceiver.internal.train.Optimizers;
import io.perceiver.internal.train.Schedules;
import io.perceiver.plugin.PluginRegistry;
import io.perceiver.run.ModelAssembler;
import io.perceiver.run.RunData;
import io.perceiver.run.Training;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerFactory;
import io.perceiver.train.RunListener;
import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleFactory;
import java.lang.annotation.Annotation;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Wires one configuration, and keeps to itself what it needs for that. The rest of the injector
 * sees these keys and no others:
 *
 * <ul>
 *   <li>{@link RunConfig}, checked;
 *   <li>{@link PluginRegistry}, the plugins that the configuration may name;
 *   <li>{@link ModelAssembler}, which makes and loads models;
 *   <li>{@link RunData}, which lists the examples of the configuration's data set;
 *   <li>{@link Training}, a new one at each request.
 * </ul>
 *
 * <p>What an application adds or replaces is given to the module itself, by {@link #with}; see
 * {@link Extensions}. Several models live in one injector if each has an annotation:
 *
 * <pre>{@code
 * Injector injector =
 *     Guice.createInjector(
 *         new PerceiverModule(door).annotatedWith(Names.named("door")),
 *         new PerceiverModule(garden).annotatedWith(Names.named("garden")));
 * Training training = injector.getInstance(Key.get(Training.class, Names.named("door")));
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PerceiverModule extends PrivateModule {
  private static final List<Class<?>> EXPOSED =
      List.of(
          RunConfig.class,
          PluginRegistry.class,
          ModelAssembler.class,
          RunData.class,
          Training.class);

  private static final Set<Key<?>> EXTENDED =
      Set.of(
          new Key<Set<Plugin<?>>>() {},
          new Key<Set<RunListener>>() {},
          new Key<Map<String, OptimizerFactory>>() {},
          new Key<Map<String, ScheduleFactory>>() {},
          Key.get(Optimizer.class),
          Key.get(Schedule.class));

  private final ConfigNode.Mapping config;
  private final boolean trains;
  private final List<Module> extensions;
  private final @Nullable Annotation annotation;

  /** Marks what the module keeps to itself, apart from bindings of the application. */
  @BindingAnnotation
  @Retention(RetentionPolicy.RUNTIME)
  private @interface Inside {}

  private PerceiverModule(
      ConfigNode.Mapping config,
      boolean trains,
      List<Module> extensions,
      @Nullable Annotation annotation) {
    this.config = config;
    this.trains = trains;
    this.extensions = List.copyOf(extensions);
    this.annotation = annotation;
  }

  /**
   * Creates the module of a configuration file.
   *
   * @param yaml a YAML file, read at once
   * @throws io.perceiver.api.PerceiverException if it cannot be read or is not YAML
   */
  public PerceiverModule(Path yaml) {
    this(YamlReader.file(yaml));
  }

  /** Creates the module of a configuration as it was read, such as from YAML. */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public PerceiverModule(ConfigNode.Mapping config) {
    this(config, true, List.of(), null);
  }

  /** Creates the module of a configuration made in code; it is checked as one in YAML is. */
  public PerceiverModule(RunConfig config) {
    this(RunConfigWriter.node(config));
  }

  /**
   * Returns this module for a model that is trained already. It then needs neither the optimiser
   * and the schedule nor the dataset format that the configuration names.
   */
  public PerceiverModule forTrainedModel() {
    return new PerceiverModule(config, false, extensions, annotation);
  }

  /**
   * Returns this module with what an application adds or replaces for this configuration alone.
   *
   * @param more such as {@link Extensions} makes; they may use what the rest of the injector binds
   */
  public PerceiverModule with(Module... more) {
    List<Module> all = new ArrayList<>(extensions);
    all.addAll(List.of(more));
    return new PerceiverModule(config, trains, all, annotation);
  }

  /** Returns this module with its keys under an annotation, such as {@code Names.named("door")}. */
  public PerceiverModule annotatedWith(Annotation newAnnotation) {
    return new PerceiverModule(config, trains, extensions, newAnnotation);
  }

  @Override
  protected void configure() {
    List<Element> given = Elements.getElements(binder().currentStage(), extensions);
    given.forEach(this::checkMarked);
    install(Elements.getModule(given));
    Multibinder.newSetBinder(binder(), new TypeLiteral<Plugin<?>>() {}, Extension.class);
    Multibinder.newSetBinder(binder(), PluginFolder.class);
    Multibinder.newSetBinder(binder(), RunListener.class, Extension.class);
    MapBinder<String, OptimizerFactory> optimizers =
        MapBinder.newMapBinder(binder(), String.class, OptimizerFactory.class, Extension.class);
    Optimizers.all().forEach((name, made) -> optimizers.addBinding(name).toInstance(made));
    MapBinder<String, ScheduleFactory> schedules =
        MapBinder.newMapBinder(binder(), String.class, ScheduleFactory.class, Extension.class);
    Schedules.all().forEach((name, made) -> schedules.addBinding(name).toInstance(made));
    OptionalBinder.newOptionalBinder(binder(), Key.get(Optimizer.class, Extension.class));
    OptionalBinder.newOptionalBinder(binder(), Key.get(Schedule.class, Extension.class));
    EXPOSED.forEach(this::exposeInside);
  }

  /** What is bound without the mark would be passed over. */
  private void checkMarked(Element given) {
    if (given instanceof Binding<?> bound && EXTENDED.contains(bound.getKey())) {
      binder()
          .addError(
              "%s is bound in a module that was given to PerceiverModule.with; it is looked at only"
                  + " if a method of Extensions binds it",
              bound.getKey().getTypeLiteral());
    }
  }

  private <T> void exposeInside(Class<T> type) {
    Key<T> key = annotation == null ? Key.get(type) : Key.get(type, annotation);
    bind(key).to(Key.get(type, Inside.class));
    expose(key);
  }

  @Provides
  @Singleton
  @Inside
  PluginRegistry plugins(@Extension Set<Plugin<?>> inCode, Set<PluginFolder> folders) {
    return PluginLoader.load(
            PerceiverModule.class.getClassLoader(),
            folders.stream().map(PluginFolder::path).toList())
        .with(inCode);
  }

  @Provides
  @Singleton
  @Inside
  RunConfig runConfig(
      @Inside PluginRegistry plugins,
      @Extension Map<String, OptimizerFactory> optimizers,
      @Extension Map<String, ScheduleFactory> schedules) {
    return trains
        ? RunConfigReader.read(
            config,
            plugins,
            Map.of(
                "training.optimizer.type", optimizers.keySet(),
                "training.schedule.type", schedules.keySet()))
        : RunConfigReader.readTrained(config, plugins);
  }

  @Provides
  @Inside
  RunData data(@Inside PluginRegistry plugins) {
    return new RunData(plugins);
  }

  @Provides
  @Inside
  ModelAssembler assembler(@Inside PluginRegistry plugins) {
    return new ModelAssembler(plugins);
  }

  @Provides
  @Inside
  Training training(
      @Inside PluginRegistry plugins,
      @Extension Map<String, OptimizerFactory> optimizers,
      @Extension Map<String, ScheduleFactory> schedules,
      @Extension Optional<Optimizer> optimizer,
      @Extension Optional<Schedule> schedule,
      @Extension Set<RunListener> listeners) {
    return new Training(
        plugins, new TrainingChoices(optimizers, schedules, optimizer, schedule, listeners));
  }
}
