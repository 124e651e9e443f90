package io.perceiver.nn;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * How several modalities become one byte array (Perceiver §4.2; DeepMind {@code io_processors.py}),
 * and what of them is hidden in training.
 *
 * @param minPadding least number of learned channels appended to every element of a modality; acts
 *     from two modalities on
 * @param modalityDropout by modality: the probability that a training example lacks it, as if its
 *     cell were empty, drawn anew in every epoch; never all that the example has (Perceiver §4.2:
 *     0.3 for video)
 * @param tokenMasking by modality: the probability that an element is replaced by a learned vector
 *     (Perceiver IO, App. I)
 * @param maskOutsideTraining whether elements are replaced in evaluation and prediction too, as
 *     DeepMind's code does; what is replaced then follows from the example's id
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FusionConfig(
    @Setting(
            value =
                "least number of learned channels that tell a modality's elements from another's",
            min = 1,
            max = MAX_PADDING)
        int minPadding,
    @Setting(
            value = "probability, by modality, that a training example is shown without it",
            min = 0,
            max = 1,
            belowMax = true)
        Map<String, Double> modalityDropout,
    @Setting(
            value = "probability, by modality, that an element is replaced by a learned vector",
            min = 0,
            max = 1,
            belowMax = true)
        Map<String, Double> tokenMasking,
    @Setting("whether elements are replaced in evaluation and prediction too")
        boolean maskOutsideTraining) {

  /** DeepMind's default: padding of 2, nothing hidden. */
  public static final FusionConfig DEFAULT = new FusionConfig(2, Map.of(), Map.of(), false);

  private static final int MAX_PADDING = 1 << 16;

  /** Checks the numbers. */
  public FusionConfig {
    Problems problems = new Problems("");
    problems.checkRange("minPadding", minPadding, 1, MAX_PADDING);
    modalityDropout = Collections.unmodifiableMap(new LinkedHashMap<>(modalityDropout));
    tokenMasking = Collections.unmodifiableMap(new LinkedHashMap<>(tokenMasking));
    check(problems, "modalityDropout", modalityDropout);
    check(problems, "tokenMasking", tokenMasking);
    problems.throwIfAny();
  }

  private static void check(Problems problems, String key, Map<String, Double> probabilities) {
    probabilities.forEach(
        (modality, probability) ->
            problems.check(
                probability >= 0 && probability < 1,
                key + "." + modality,
                probability,
                "from 0 to below 1"));
  }

  /** The same padding, with so much token masking, in training alone or always. */
  public FusionConfig withTokenMasking(Map<String, Double> probabilities, boolean always) {
    return new FusionConfig(minPadding, modalityDropout, probabilities, always);
  }

  /** Returns a copy without what it says of other modalities than these. */
  public FusionConfig only(Set<String> modalities) {
    return new FusionConfig(
        minPadding,
        filtered(modalityDropout, modalities),
        filtered(tokenMasking, modalities),
        maskOutsideTraining);
  }

  private static Map<String, Double> filtered(Map<String, Double> all, Set<String> names) {
    Map<String, Double> kept = new LinkedHashMap<>(all);
    kept.keySet().retainAll(names);
    return kept;
  }
}
