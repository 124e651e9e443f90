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
  @Override
  public Map<String, String> words() {
    Map<String, String> words = new HashMap<>(chunks.words());
    words.put("MASKED", ScriptForm.python(masked));
    words.putAll(ScriptForm.scales(scale));
    words.put("LEARNS", ScriptForm.python(learns));
    return words;
  }
}
