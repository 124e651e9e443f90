package io.perceiver.run;

import io.perceiver.api.Example;
import io.perceiver.api.Head;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.data.Dataset;
import io.perceiver.data.Splits;
import java.nio.FloatBuffer;
import java.util.Map;

/** Reads every target of a data set before the first step, so that none ends a training later. */
final class TargetCheck {
  private static final int SHOWN = 10;

  private TargetCheck() {}

  /**
   * Checks all examples against all heads.
   *
   * @throws io.perceiver.api.InvalidSpecException with every target that is none of a head's, and
   *     every head that has nothing to learn from
   */
  static void check(Dataset data, Map<String, Head> heads) {
    Problems problems = new Problems("");
    if (heads.isEmpty()) {
      problems.add("heads: none is given; a model without heads has no loss to lower");
    }
    heads.forEach((name, head) -> check(data, name, head, problems));
    problems.throwIfAny();
  }

  private static void check(Dataset data, String name, Head head, Problems problems) {
    FloatBuffer target = FloatBuffer.allocate(head.targetSize());
    int wrong = 0;
    long learnable = 0;
    for (String split : data.splits()) {
      for (Example example : data.split(split)) {
        try {
          boolean has = head.target(example.columns(), target.clear());
          learnable += has && split.equals(Splits.TRAIN) ? 1 : 0;
        } catch (PerceiverException e) {
          if (++wrong <= SHOWN) {
            problems.add(
                data.name() + ", " + example.id() + ", head '" + name + "': " + e.getMessage());
          }
        }
      }
    }
    if (wrong > SHOWN) {
      problems.add("… and " + (wrong - SHOWN) + " more examples like these");
    } else if (learnable == 0 && wrong == 0) {
      problems.add(
          "heads." + name + ": no training example of " + data.name() + " has a target for it");
    }
  }
}
