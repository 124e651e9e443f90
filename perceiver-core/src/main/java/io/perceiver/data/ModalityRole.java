package io.perceiver.data;

/** What a modality is to its model. */
public enum ModalityRole {
  /** The trunk is shown it. */
  INPUT,

  /** The trunk is not shown it: it is read for others, such as a mask that is a head's target. */
  OUTPUT
}
