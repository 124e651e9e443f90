package io.perceiver.kernel;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What the matrix products of a model's layers multiply. Everything else is float32 in any case:
 * weights and what the optimiser remembers, norms, the sums and the softmax of attention,
 * residuals, heads, losses (mixed precision; Micikevicius et al. 2018). There is no float16, whose
 * range would ask for scaled losses.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum Precision {
  /** Single precision. */
  FLOAT32,
  /** 8 bits of significand and the range of float32: half the memory, and far faster on GPUs. */
  BFLOAT16;

  /** As in a configuration. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
