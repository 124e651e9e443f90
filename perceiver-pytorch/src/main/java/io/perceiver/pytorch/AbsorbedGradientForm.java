package io.perceiver.pytorch;

import java.util.Map;

/**
 * Of the gradients of reading the input itself.
 *
 * @param scale what logits are multiplied by
 * @param learns whether the input's gradient is wanted
 * @param groups products side by side
 * @param chunk keys of one product
 */
record AbsorbedGradientForm(boolean masked, double scale, boolean learns, long groups, long chunk)
    implements ScriptForm {
  @Override
  public Map<String, String> words() {
    return Map.of(
        "MASKED", ScriptForm.python(masked),
        "SCALE", Double.toString(scale),
        "LEARNS", ScriptForm.python(learns),
        "GROUPS", Long.toString(groups),
        "CHUNK", Long.toString(chunk),
        "STEP", Long.toString(groups * chunk));
  }
}
