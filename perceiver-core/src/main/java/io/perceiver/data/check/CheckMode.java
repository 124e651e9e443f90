package io.perceiver.data.check;

import org.apiguardian.api.API;

/** How closely files are looked at before they are read in earnest. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum CheckMode {
  /** The first bytes of every file. */
  HEADS,
  /** Every file is read whole, as for training. */
  ALL,
  /** Not at all. */
  NONE
}
