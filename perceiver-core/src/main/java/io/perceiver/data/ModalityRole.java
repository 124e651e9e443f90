package io.perceiver.data;

import org.apiguardian.api.API;

/** What a modality is to its model. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum ModalityRole {
  /** The trunk is shown it. */
  INPUT,

  /** The trunk is not shown it: it is read for others, such as a mask that is a head's target. */
  OUTPUT
}
