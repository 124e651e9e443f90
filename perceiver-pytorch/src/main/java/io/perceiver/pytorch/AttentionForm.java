package io.perceiver.pytorch;

import io.perceiver.api.layer.MaskedRows;
import io.perceiver.internal.kernel.AttentionOptions;
import java.util.Map;

/** The form of the script of attention by itself. */
record AttentionForm(AttentionOptions options, boolean biased, boolean masked)
    implements ScriptForm {
  @Override
  public Map<String, String> words() {
    return Map.of(
        "HEADS", Integer.toString(options.heads()),
        "BIASED", ScriptForm.python(biased),
        "MASKED", ScriptForm.python(masked),
        "ZERO_ROWS", ScriptForm.python(options.maskedRows() == MaskedRows.ZERO),
        "DROPOUT", Double.toString(options.dropout()));
  }
}
