package io.perceiver.train;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.Target;
import io.perceiver.evaluate.EvaluationResult;
import io.perceiver.internal.text.Nearest;
import io.perceiver.kernel.Compute;
import io.perceiver.nn.ModelOutput;
import io.perceiver.nn.Network;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A network with what its outputs mean.
 *
 * @param network initialized on the compute's device
 * @param outputs by name, in order; the first holds the primary metric
 * @param compute where it runs
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Model(Network network, Map<String, ModelOutput> outputs, Compute compute) {

  /** Keeps its own copy of the outputs, in order. */
  public Model {
    outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
  }

  /** Creates a model of heads that all count the same. */
  public static Model of(Network network, Map<String, ? extends Head> heads, Compute compute) {
    return new Model(network, ModelOutput.of(heads, Map.of()), compute);
  }

  /** Returns where the targets of the outputs lie, by output. */
  public Map<String, Target> targets() {
    Map<String, Target> targets = new LinkedHashMap<>();
    outputs.forEach((name, output) -> targets.put(name, output.output().target()));
    return targets;
  }

  /**
   * Checks a name before it is needed.
   *
   * @param chooseBy what is to choose the best of several checkpoints, see {@link
   *     EvaluationResult#chosen}
   * @throws InvalidSpecException if there is no such metric; says which there are
   */
  @API(status = API.Status.INTERNAL, since = "0.1")
  public void checkChoice(String chooseBy) {
    Set<String> known = new LinkedHashSet<>();
    outputs.forEach(
        (name, output) ->
            output.output().metrics().forEach(metric -> known.add(name + "/" + metric.name())));
    known.add(EvaluationResult.LOSS);
    if (!chooseBy.isEmpty() && !known.contains(chooseBy)) {
      throw new InvalidSpecException(
          List.of(
              "training.chooseBy: '%s' is not a metric of the model; it has %s.%s"
                  .formatted(
                      chooseBy, String.join(", ", known), Nearest.question(chooseBy, known))));
    }
  }

  /**
   * Returns this model with what was chosen on the validation split.
   *
   * @param chosen by output, see {@link io.perceiver.api.head.HeadOutput#calibrated}
   * @throws PerceiverException if an output refuses the numbers
   */
  public Model calibrated(Map<String, List<Double>> chosen) {
    Map<String, ModelOutput> changed = new LinkedHashMap<>(outputs);
    chosen.forEach(
        (name, values) ->
            changed.computeIfPresent(
                name,
                (key, output) ->
                    new ModelOutput(
                        output.head(), output.output().calibrated(values), output.weight())));
    return new Model(network, changed, compute);
  }
}
