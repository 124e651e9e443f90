package io.perceiver.testkit;

import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.Tokenizer;
import io.perceiver.testkit.constant.Constant;
import java.nio.FloatBuffer;

/** The correct tokenizer, for subclasses to break. */
class AlteredTokenizer implements Tokenizer<Constant> {
  private final Tokenizer<Constant> good;

  AlteredTokenizer(Tokenizer<Constant> good) {
    this.good = good;
  }

  @Override
  public ByteArraySpec spec() {
    return good.spec();
  }

  @Override
  public int elements(Constant example) {
    return good.elements(example);
  }

  @Override
  public void tokenize(Constant example, FloatBuffer content, FloatBuffer positions) {
    good.tokenize(example, content, positions);
  }
}
