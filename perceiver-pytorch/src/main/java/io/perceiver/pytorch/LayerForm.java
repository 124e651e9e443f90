package io.perceiver.pytorch;

import io.perceiver.api.layer.MaskedRows;
import io.perceiver.internal.kernel.AttentionOptions;
import io.perceiver.internal.kernel.LayerOptions;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of the scripts of a layer.
 *
 * @param headChannels of the queries of one head
 * @param biased whether queries, keys and values have offsets
 * @param cross whether latents read other elements than themselves
 * @param masked whether some of those may be absent
 */
record LayerForm(
    LayerOptions options, long headChannels, boolean biased, boolean cross, boolean masked)
    implements ScriptForm {

  /** What logits are multiplied by. */
  double scale() {
    return 1 / Math.sqrt(headChannels);
  }

  @Override
  public Map<String, String> words() {
    AttentionOptions attention = options.attention();
    boolean zeroRows = masked && attention.maskedRows() == MaskedRows.ZERO;
    Map<String, String> words =
        new HashMap<>(new MlpForm(options.activation(), options.mlpDropout()).words());
    words.put("HEADS", Integer.toString(attention.heads()));
    words.put("SCALE", Double.toString(scale()));
    words.put("BIASED", ScriptForm.python(biased));
    words.put("CROSS", ScriptForm.python(cross));
    words.put("MASKED", ScriptForm.python(masked));
    words.put("ZERO_ROWS", ScriptForm.python(zeroRows));
    words.put("ATTENTION_DROPOUT", Double.toString(attention.dropout()));
    return words;
  }
}
