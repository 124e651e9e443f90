package io.perceiver.pytorch;

import java.util.Map;

/**
 * What is fixed in a script before it is loaded. Forms are records, quick to compare: equal ones
 * share a loaded script, which is looked up in every call.
 */
interface ScriptForm {
  /** Of scripts in which nothing is. */
  ScriptForm NONE = new Nothing();

  /** What stands for the words between dollar signs, without the dollar signs. */
  Map<String, String> words();

  /** How scripts write it. */
  static String python(boolean value) {
    return value ? "True" : "False";
  }

  /** No words. */
  record Nothing() implements ScriptForm {
    @Override
    public Map<String, String> words() {
      return Map.of();
    }
  }

  /** What logits are multiplied by, for weights that are powers of e and of 2. */
  static Map<String, String> scales(double scale) {
    double ln2 = Math.log(2);
    return Map.of(
        "SCALE", Double.toString(scale),
        "BASE_2_SCALE", Double.toString(scale / ln2),
        "LN_2", Double.toString(ln2));
  }
}
