package io.perceiver.internal.train;

import io.perceiver.train.Model;
import io.perceiver.train.OptimizerState;
import io.perceiver.train.TrainingState;
import java.io.IOException;

/** Where a training's checkpoints go. */
public interface CheckpointSink {

  /**
   * Saves everything a training needs to go on.
   *
   * @param best whether it is the best so far by validation
   * @return the checkpoint's name
   * @throws IOException if it cannot be written; what was there before is then untouched
   */
  String save(Model model, OptimizerState optimizer, TrainingState state, boolean best)
      throws IOException;
}
