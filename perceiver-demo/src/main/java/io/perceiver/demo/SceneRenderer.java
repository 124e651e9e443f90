package io.perceiver.demo;

import java.util.Random;

/**
 * Turns a scene into the file of one sense.
 *
 * <p>Implementations are stateless and may be called by many threads at once.
 */
public interface SceneRenderer {
  /** The sense: the manifest's column and, with an s added, the folder of its files. */
  String sense();

  /** What the files' names end in, without the dot. */
  String extension();

  /**
   * Makes one file's bytes.
   *
   * @param random where noise and whatever else belongs to this sense alone is drawn from
   * @return the whole file, the same for the same scene and draws on every machine
   */
  byte[] render(Scene scene, Random random);
}
