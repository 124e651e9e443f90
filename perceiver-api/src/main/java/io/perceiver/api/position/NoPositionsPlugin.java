package io.perceiver.api.position;

import io.perceiver.api.PositionEncodingPlugin;
import org.apiguardian.api.API;

/** The plugin of {@code position: {type: none}}, {@link NoPositions}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class NoPositionsPlugin implements PositionEncodingPlugin<NoPositions> {

  @Override
  public String name() {
    return "none";
  }

  @Override
  public NoPositions defaults() {
    return new NoPositions();
  }
}
