package io.perceiver.pytorch;

import java.util.HashMap;
import java.util.Map;

/**
 * The form of the script that reads the input itself.
 *
 * @param masked whether some keys may be absent
 * @param scale what logits are multiplied by
 * @param keepsSums whether the logarithms of the rows' sums are wanted
 * @param chunks in which keys are read where nothing is to be differentiated; {@link Chunks#NONE}
 *     to leave reading to libtorch
 */
record AbsorbedReadForm(boolean masked, double scale, boolean keepsSums, Chunks chunks)
    implements ScriptForm {
  @Override
  public Map<String, String> words() {
    Map<String, String> words = new HashMap<>(chunks.words());
    words.put("MASKED", ScriptForm.python(masked));
    words.putAll(ScriptForm.scales(scale));
    words.put("LOG_SUMS", ScriptForm.python(keepsSums));
    words.put("CHUNKED", ScriptForm.python(!chunks.equals(Chunks.NONE)));
    return words;
  }
}
