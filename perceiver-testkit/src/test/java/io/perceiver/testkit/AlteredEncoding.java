package io.perceiver.testkit;

import ai.djl.nn.Block;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PositionEncoding;

/** The correct encoding, for subclasses to break; each is equal to itself alone. */
class AlteredEncoding implements PositionEncoding {
  private final PositionEncoding good;

  AlteredEncoding(PositionEncoding good) {
    this.good = good;
  }

  @Override
  public int channels(ByteArraySpec spec) {
    return good.channels(spec);
  }

  @Override
  public String explain(ByteArraySpec spec) {
    return good.explain(spec);
  }

  @Override
  public Block block(ByteArraySpec spec) {
    return good.block(spec);
  }
}
