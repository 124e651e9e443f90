package io.perceiver.nn;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.head.Head;
import io.perceiver.api.head.HeadOutput;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * One output of a model.
 *
 * @param head name of the head it is of
 * @param output what it means
 * @param weight what its loss counts
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModelOutput(String head, HeadOutput output, double weight) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]*");

  /**
   * Returns the outputs of heads by the names that a model calls them, in order: {@code
   * HEAD.OUTPUT}, or {@code HEAD} for an output without a name.
   *
   * @param heads by name, in order
   * @param weights by head, what its losses count; 1 for one that is absent
   * @throws PerceiverException if a head has no outputs, or their names are not usable
   */
  public static Map<String, ModelOutput> of(
      Map<String, ? extends Head> heads, Map<String, Double> weights) {
    Map<String, ModelOutput> outputs = new LinkedHashMap<>();
    heads.forEach((name, head) -> put(name, head, weights.getOrDefault(name, 1.0), outputs));
    return outputs;
  }

  private static void put(String head, Head of, double weight, Map<String, ModelOutput> outputs) {
    if (of.outputs().isEmpty()) {
      throw new PerceiverException("head '%s' has no outputs; it needs one".formatted(head));
    }
    for (HeadOutput output : of.outputs()) {
      if (!NAME.matcher(output.name()).matches()) {
        throw new PerceiverException(
            "head '%s': the output name '%s' is not allowed; allowed: letters, digits, _ and -"
                .formatted(head, output.name()));
      }
      String name = output.name().isEmpty() ? head : head + "." + output.name();
      ModelOutput made = new ModelOutput(head, output, weight * output.weight());
      if (outputs.putIfAbsent(name, made) != null) {
        throw new PerceiverException("two outputs are named '%s'".formatted(name));
      }
    }
  }
}
