package io.perceiver.api;

import org.apiguardian.api.API;

/**
 * The geometry of augmentations that move nothing, such as noise. No other modality can follow such
 * an augmentation.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum NoGeometry {
  /** The only one. */
  NONE
}
