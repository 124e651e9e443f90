package io.perceiver.pytorch;

import java.util.Map;

/**
 * Of reading the input itself.
 *
 * @param scale what logits are multiplied by
 * @param keepsSums whether the logarithms of the rows' sums are wanted
 */
record AbsorbedReadForm(boolean masked, double scale, boolean keepsSums) implements ScriptForm {
  @Override
  public Map<String, String> words() {
    return Map.of(
        "MASKED", ScriptForm.python(masked),
        "SCALE", Double.toString(scale),
        "LOG_SUMS", ScriptForm.python(keepsSums));
  }
}
