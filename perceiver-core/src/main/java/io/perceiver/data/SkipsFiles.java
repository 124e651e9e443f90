package io.perceiver.data;

import io.perceiver.api.FileTree;
import java.io.IOException;
import java.util.List;

/**
 * A data set format that finds its examples by walking a tree, and so can tell which files it does
 * not take.
 *
 * @param <C> the format's own settings
 */
public interface SkipsFiles<C extends Record> {

  /**
   * The files that {@code list} leaves out of its examples, grouped by reason; empty if none.
   *
   * @throws io.perceiver.api.PerceiverException if the layout is one that {@code list} refuses
   * @throws IOException if the tree cannot be read
   */
  List<Skipped> skipped(FileTree files, C config) throws IOException;
}
