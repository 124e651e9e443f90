package io.perceiver;

import com.google.inject.Binder;
import com.google.inject.Key;
import com.google.inject.Module;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.MapBinder;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import io.perceiver.api.Plugin;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerFactory;
import io.perceiver.train.RunListener;
import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleFactory;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What an application adds to a model or replaces, as modules to give to {@link Perceivers} or to
 * {@link PerceiverModule#with}:
 *
 * <pre>{@code
 * Perceivers.train(
 *     config, runs, Extensions.plugins(new SonarPlugin()), Extensions.listeners(progressBar));
 * }</pre>
 *
 * <p>A module of your own installs what these methods return. Bindings of the same types elsewhere
 * in an application are not looked at.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Extensions {

  private Extensions() {}

  /** Adds plugins that are made in code to those that are installed. */
  public static Module plugins(Plugin<?>... plugins) {
    return binder -> {
      Multibinder<Plugin<?>> bound =
          Multibinder.newSetBinder(binder, new TypeLiteral<Plugin<?>>() {}, Extension.class);
      List.of(plugins).forEach(plugin -> bound.addBinding().toInstance(plugin));
    };
  }

  /** Adds the plugins of the jars in some folders; a folder that is missing is skipped. */
  public static Module pluginFolders(Collection<Path> folders) {
    List<Path> all = List.copyOf(folders);
    return binder -> {
      Multibinder<PluginFolder> bound = Multibinder.newSetBinder(binder, PluginFolder.class);
      all.forEach(folder -> bound.addBinding().toInstance(new PluginFolder(folder)));
    };
  }

  /** Adds listeners, which hear of every training. */
  public static Module listeners(RunListener... listeners) {
    return binder -> {
      Multibinder<RunListener> bound =
          Multibinder.newSetBinder(binder, RunListener.class, Extension.class);
      List.of(listeners).forEach(listener -> bound.addBinding().toInstance(listener));
    };
  }

  /** Adds an optimiser under a name that {@code training.optimizer.type} may then have. */
  public static Module optimizer(String name, OptimizerFactory factory) {
    return binder -> named(binder, OptimizerFactory.class, name, factory);
  }

  /** Adds a schedule under a name that {@code training.schedule.type} may then have. */
  public static Module schedule(String name, ScheduleFactory factory) {
    return binder -> named(binder, ScheduleFactory.class, name, factory);
  }

  private static <T> void named(Binder binder, Class<T> type, String name, T factory) {
    MapBinder.newMapBinder(binder, String.class, type, Extension.class)
        .addBinding(name)
        .toInstance(factory);
  }

  /** Replaces the optimiser of the configuration. */
  public static Module optimizer(Optimizer optimizer) {
    return binder ->
        OptionalBinder.newOptionalBinder(binder, Key.get(Optimizer.class, Extension.class))
            .setBinding()
            .toInstance(optimizer);
  }

  /** Replaces the schedule of the configuration. */
  public static Module schedule(Schedule schedule) {
    return binder ->
        OptionalBinder.newOptionalBinder(binder, Key.get(Schedule.class, Extension.class))
            .setBinding()
            .toInstance(schedule);
  }
}
