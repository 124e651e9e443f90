package io.perceiver.data;

import org.apiguardian.api.API;

/** What becomes of an example that cannot be read. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum BadExamplePolicy {
  /** The run ends and names it. */
  FAIL,
  /** It is left out, counted and listed. */
  SKIP
}
