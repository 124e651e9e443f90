package io.perceiver.api.position;

import org.apiguardian.api.API;

/** The order of Fourier channels, which matters only for weights trained elsewhere. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ChannelOrder {
  /**
   * Positions of all axes, then all sines, then all cosines, axis by axis (DeepMind {@code
   * position_encoding.py}).
   */
  PAPER,
  /** Axis by axis: its sines, its cosines, its position (lucidrains/perceiver-pytorch). */
  LUCIDRAINS
}
