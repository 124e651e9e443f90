package io.perceiver.api.layer;

import io.perceiver.api.Problems;
import io.perceiver.api.Setting;
import org.apiguardian.api.API;

/**
 * The initial weights.
 *
 * @param latentSd standard deviation of the latents: truncated normal in the paper (0.02, App. C),
 *     1 in lucidrains/perceiver-pytorch
 * @param linear the distribution of the linear maps' weights
 * @param linearSd standard deviation if {@code linear} is {@code normal}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record InitConfig(
    @Setting(value = "standard deviation the latents start with", min = 0) double latentSd,
    @Setting("what the linear maps start from") LinearInit linear,
    @Setting(value = "standard deviation where linear is normal", min = 0) double linearSd) {

  /** Checks the numbers. */
  public InitConfig {
    Problems problems = new Problems("");
    problems.check(latentSd >= 0 && Double.isFinite(latentSd), "latentSd", latentSd, "0 or more");
    problems.check(linearSd >= 0 && Double.isFinite(linearSd), "linearSd", linearSd, "0 or more");
    problems.throwIfAny();
  }
}
