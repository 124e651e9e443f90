package io.perceiver.api.position;

import io.perceiver.api.PositionEncodingPlugin;
import org.apiguardian.api.API;

/** The plugin of {@code position: {type: learned}}, {@link LearnedPositions}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LearnedPositionsPlugin implements PositionEncodingPlugin<LearnedPositions> {

  @Override
  public String name() {
    return "learned";
  }

  @Override
  public LearnedPositions defaults() {
    return new LearnedPositions(128, 0.02);
  }
}
