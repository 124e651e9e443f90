package io.perceiver.pytorch;

import java.util.HashMap;
import java.util.Map;

/**
 * The form of the script that makes the gradients of reading the input itself.
 *
 * @param masked whether some keys may be absent
 * @param scale what logits are multiplied by
 * @param learns whether the input's gradient is wanted
 * @param chunks in which keys are worked through
 */
record AbsorbedGradientForm(boolean masked, double scale, boolean learns, Chunks chunks)
    implements ScriptForm {
  private static final double LN_2 = Math.log(2);

  @Override
  public Map<String, String> words() {
    Map<String, String> words = new HashMap<>(chunks.words());
    words.put("MASKED", ScriptForm.python(masked));
    words.put("SCALE", Double.toString(scale));
    words.put("BASE_2_SCALE", Double.toString(scale / LN_2));
    words.put("LN_2", Double.toString(LN_2));
    words.put("LEARNS", ScriptForm.python(learns));
    return words;
  }
}
