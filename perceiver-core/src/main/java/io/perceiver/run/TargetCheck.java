package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.api.head.Target;
import io.perceiver.data.Dataset;
import io.perceiver.internal.data.Splits;
import io.perceiver.internal.data.TargetReader;
import java.util.Map;

/** Reads every target of a data set before the first step, so that none ends a training later. */
final class TargetCheck {
  private static final int SHOWN = 10;

  private TargetCheck() {}

  /**
   * Checks all examples against all outputs; no source is decoded for it.
   *
   * @param targets by output
   * @throws io.perceiver.api.InvalidSpecException with every target that is not allowed, and every
   *     output that has nothing to learn from
   */
  static void check(Dataset data, Map<String, Target> targets) {
    Problems problems = new Problems("");
    if (targets.isEmpty()) {
      problems.add("heads: none is given; a model without heads has no loss to lower");
    }
    targets.forEach((output, target) -> check(data, output, target, problems));
    problems.throwIfAny();
  }

  private static void check(Dataset data, String output, Target target, Problems problems) {
    int wrong = 0;
    long learnable = 0;
    for (String split : data.splits()) {
      for (Example example : data.split(split)) {
        try {
          boolean has = TargetReader.has(example, target);
          learnable += has && split.equals(Splits.TRAIN) ? 1 : 0;
        } catch (PerceiverException e) {
          if (++wrong <= SHOWN) {
            problems.add(
                data.name() + ", " + example.id() + ", head '" + output + "': " + e.getMessage());
          }
        }
      }
    }
    if (wrong > SHOWN) {
      problems.add("… and " + (wrong - SHOWN) + " more examples like these");
    } else if (learnable == 0 && wrong == 0) {
      problems.add(
          "heads." + output + ": no training example of " + data.name() + " has a target for it");
    }
  }
}
