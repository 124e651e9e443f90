package io.perceiver.data;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * What a model does with a modality.
 *
 * @param role whether the trunk is shown it
 * @param follows the modality whose geometry it takes in training
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ModalityUse(ModalityRole role, Optional<String> follows) {
  /** An input that follows no other. */
  public static final ModalityUse INPUT = new ModalityUse(ModalityRole.INPUT, Optional.empty());

  /** An output that follows no other. */
  public static final ModalityUse OUTPUT = new ModalityUse(ModalityRole.OUTPUT, Optional.empty());

  /** Whether the trunk is shown the modality. */
  public boolean isInput() {
    return role == ModalityRole.INPUT;
  }

  /** Returns the same use, with the geometry of another modality. */
  public ModalityUse following(String modality) {
    return new ModalityUse(role, Optional.of(modality));
  }
}
