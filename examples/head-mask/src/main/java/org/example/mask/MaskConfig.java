package org.example.mask;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import io.perceiver.api.layer.AttentionConfig;

/**
 * A class for every element of a mask.
 *
 * @param of the modality that holds the masks, of {@code role: output}
 * @param input the input whose position encoding tells places apart
 * @param classes how many there are: the mask's ids go from 0 to one less
 * @param attention queries reading latents
 */
public record MaskConfig(
    @Setting("modality that holds the masks") String of,
    @Setting("input whose position encoding is borrowed") String input,
    @Setting(value = "number of classes", min = 2, max = 65536) int classes,
    @Setting("queries reading latents") AttentionConfig attention) {

  static final MaskConfig DEFAULT =
      new MaskConfig("mask", "image", 2, AttentionConfig.ofHeads(1, 32));

  /** Checks the numbers. */
  public MaskConfig {
    Problems problems = new Problems("");
    problems.check(!of.isBlank(), "of", "''", "a modality of the model");
    problems.check(!input.isBlank(), "input", "''", "an input of the model");
    problems.checkRange("classes", classes, 2, 65536);
    problems.throwIfAny();
  }
}
