package io.perceiver.internal.run;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.internal.text.Nearest;
import io.perceiver.internal.train.TrainingRules;
import io.perceiver.train.Optimizer;
import io.perceiver.train.OptimizerConfig;
import io.perceiver.train.OptimizerFactory;
import io.perceiver.train.RunListener;
import io.perceiver.train.Schedule;
import io.perceiver.train.ScheduleConfig;
import io.perceiver.train.ScheduleFactory;
import io.perceiver.train.TrainingConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an application may choose in code about a training.
 *
 * @param optimizers by the name a configuration uses
 * @param schedules by the name a configuration uses
 * @param optimizer replaces the configuration's
 * @param schedule replaces the configuration's
 * @param listeners hear of every run
 */
public record TrainingChoices(
    Map<String, OptimizerFactory> optimizers,
    Map<String, ScheduleFactory> schedules,
    Optional<Optimizer> optimizer,
    Optional<Schedule> schedule,
    Set<RunListener> listeners) {

  /**
   * Makes what a training is done with.
   *
   * @throws InvalidSpecException if the configuration names what there is not
   */
  public TrainingRules rules(TrainingConfig config, long seed) {
    return new TrainingRules(
        config, optimizer(config.optimizer()), schedule(config.schedule()), seed);
  }

  /** What the application decided in place of the configuration: the class of each, by name. */
  public Map<String, String> inCode() {
    Map<String, String> inCode = new TreeMap<>();
    optimizer.ifPresent(given -> inCode.put("optimizer", stableName(given.getClass())));
    schedule.ifPresent(given -> inCode.put("schedule", stableName(given.getClass())));
    return inCode;
  }

  /** A lambda's class is numbered anew in every process. */
  private static String stableName(Class<?> type) {
    String name = type.getName();
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0 ? name : name.substring(0, lambda) + " (lambda)";
  }

  private Optimizer optimizer(OptimizerConfig config) {
    return optimizer.orElseGet(
        () -> named("training.optimizer.type", config.type(), optimizers).create(config));
  }

  private Schedule schedule(ScheduleConfig config) {
    return schedule.orElseGet(
        () -> named("training.schedule.type", config.type(), schedules).create(config));
  }

  private static <T> T named(String key, String name, Map<String, T> known) {
    T found = known.get(name);
    if (found == null) {
      Set<String> names = new TreeSet<>(known.keySet());
      throw new InvalidSpecException(
          List.of(
              key
                  + ": '"
                  + name
                  + "' is not allowed; allowed: "
                  + String.join(", ", names)
                  + "."
                  + Nearest.question(name, names)));
    }
    return found;
  }
}
