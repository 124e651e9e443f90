package io.perceiver.pytorch;

import io.perceiver.api.layer.Activation;
import java.util.Map;

/** The form of the script of an MLP. */
record MlpForm(Activation activation, double dropout) implements ScriptForm {
  @Override
  public Map<String, String> words() {
    return Map.of(
        "GEGLU", ScriptForm.python(activation == Activation.GEGLU),
        "APPROXIMATE", activation == Activation.GELU_TANH ? "tanh" : "none",
        "DROPS", ScriptForm.python(dropout > 0),
        "DROPOUT", Double.toString(dropout));
  }
}
