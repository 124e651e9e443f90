package io.perceiver.api;

import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The shape of a modality's byte array, the paper's name for the input (Perceiver §3.1); its values
 * are floats.
 *
 * @param maxElements largest M of any example
 * @param channels C, without position channels; 0 if an element is nothing but its position
 * @param axes coordinates of a position: 1 for sound, 2 for images, 3 for points
 * @param sharedPositions the positions, if they are the same for all examples; they are then stored
 *     and encoded once. An example with fewer than {@code maxElements} elements uses the first
 *     positions, as a shorter sound does on a grid whose slowest axis is time
 * @param content what the channels are, for people: {@code "grey level"}
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ByteArraySpec(
    int maxElements, int channels, int axes, Optional<Positions> sharedPositions, String content) {

  /**
   * Checks the numbers.
   *
   * @throws InvalidSpecException naming every number that is out of range
   */
  public ByteArraySpec {
    Problems problems = new Problems("byte array");
    problems.check(maxElements > 0, "maxElements", maxElements, "at least 1");
    problems.check(channels >= 0, "channels", channels, "0 or more");
    problems.check(axes > 0, "axes", axes, "at least 1");
    if (sharedPositions.isPresent()) {
      Positions shared = sharedPositions.get();
      problems.check(
          shared.count() == maxElements && shared.axes() == axes,
          "sharedPositions",
          shared.count() + " × " + shared.axes(),
          "maxElements × axes = " + maxElements + " × " + axes);
    }
    problems.throwIfAny();
  }

  /** Creates the spec of elements on an even grid that all examples share. */
  public static ByteArraySpec grid(int channels, String content, int... shape) {
    Positions positions = Positions.grid(shape);
    return new ByteArraySpec(
        positions.count(), channels, shape.length, Optional.of(positions), content);
  }

  /** Creates the spec of elements whose positions come with each example. */
  public static ByteArraySpec scattered(int maxElements, int channels, String content, int axes) {
    return new ByteArraySpec(maxElements, channels, axes, Optional.empty(), content);
  }
}
