package io.perceiver.internal.parity;

import ai.djl.ndarray.NDManager;
import io.perceiver.internal.kernel.Kernels;
import java.io.IOException;

/** {@code lucid_*}: the {@code Perceiver} of lucidrains/perceiver-pytorch. */
final class LucidrainsKind implements ParityKind {

  @Override
  public boolean accepts(ReferenceCase reference) {
    return reference.name().startsWith("lucid_")
        && reference.config().path("cls").asText("Perceiver").equals("Perceiver");
  }

  @Override
  public void compare(
      ReferenceCase reference, NDManager manager, Kernels kernels, Comparison comparison)
      throws IOException {
    LucidrainsModel model = new LucidrainsModel(reference, manager, kernels);
    model.compareOutputs(comparison);
    model.compareGradients(comparison);
    if (reference.has("train/sgd_losses")) {
      comparison.losses(
          "train/sgd_losses",
          reference.tensors().floats("train/sgd_losses"),
          model.losses("sgd", 0.05));
    }
    if (reference.has("train/adam_losses")) {
      comparison.losses(
          "train/adam_losses",
          reference.tensors().floats("train/adam_losses"),
          model.losses("adam", 1e-3));
    }
  }
}
