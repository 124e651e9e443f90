package io.perceiver.api.position;

import io.perceiver.api.PositionEncodingPlugin;
import org.apiguardian.api.API;

/** The plugin of {@code position: {type: fourier}}, {@link FourierFeatures}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FourierPositionsPlugin implements PositionEncodingPlugin<FourierFeatures> {

  @Override
  public String name() {
    return "fourier";
  }

  @Override
  public FourierFeatures defaults() {
    return FourierFeatures.of(64);
  }
}
