package io.perceiver.api.position;

import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PositionEncoding;
import org.apiguardian.api.API;

/** An encoding without channels: the elements are a set. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record NoPositions() implements PositionEncoding {

  @Override
  public int channels(ByteArraySpec spec) {
    return 0;
  }

  @Override
  public String explain(ByteArraySpec spec) {
    return "none";
  }

  @Override
  public Block block(ByteArraySpec spec) {
    return Blocks.identityBlock();
  }
}
