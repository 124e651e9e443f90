package io.perceiver.api.position;

import ai.djl.nn.Block;
import io.perceiver.api.ByteArraySpec;
import io.perceiver.api.PositionEncoding;
import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * A position encoding with a learned vector for every index (Perceiver §3.2 and Table 2). The
 * elements must come in the same order in every example.
 *
 * @param channels length of each vector
 * @param sd standard deviation of the vectors' initial normal distribution; 0.02 in DeepMind's
 *     code, 1 in the run of Perceiver Table 2 (App. B)
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LearnedPositions(
    @Setting(value = "length of each learned vector", min = 1, max = MAX_CHANNELS) int channels,
    @Setting(value = "standard deviation the vectors start with", min = 0) double sd)
    implements PositionEncoding {

  private static final int MAX_CHANNELS = 1 << 16;

  /** Checks the numbers. */
  public LearnedPositions {
    Problems problems = new Problems("");
    problems.checkRange("channels", channels, 1, MAX_CHANNELS);
    problems.check(sd >= 0 && Double.isFinite(sd), "sd", sd, "0 or more");
    problems.throwIfAny();
  }

  @Override
  public int channels(ByteArraySpec spec) {
    return channels;
  }

  @Override
  public String explain(ByteArraySpec spec) {
    return channels + " learned, for each of " + spec.maxElements() + " elements";
  }

  @Override
  public Block block(ByteArraySpec spec) {
    return new LearnedPositionsBlock(spec.maxElements(), channels, (float) sd);
  }
}
