package io.perceiver.testkit.constant;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Tokenizer;
import java.nio.FloatBuffer;

/** One element a step: its content is the value, its position the step's, from -1 to 1. */
record ConstantTokenizer(ConstantConfig config) implements Tokenizer<Constant> {

  @Override
  public ByteArraySpec spec() {
    return ByteArraySpec.scattered(config.maxElements(), 1, "value", 1);
  }

  @Override
  public int elements(Constant example) {
    return example.elements();
  }

  @Override
  public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
    int elements = elements(example);
    for (int index = 0; index < elements; index++) {
      content.put(example.value());
      positions.put(elements == 1 ? 0 : 2f * index / (elements - 1) - 1);
    }
  }
}
