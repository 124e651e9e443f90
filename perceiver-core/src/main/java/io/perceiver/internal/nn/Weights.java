package io.perceiver.internal.nn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.training.initializer.Initializer;
import ai.djl.util.Pair;
import io.perceiver.internal.data.Seeds;
import io.perceiver.internal.kernel.Devices;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The parameters of a Block under names that checkpoints keep. */
public final class Weights {
  private static final Pattern ORDINAL = Pattern.compile("^\\d\\d+");

  private Weights() {}

  /**
   * Every parameter by its path of child names, such as {@code trunk.cross0.attention.queryWeight}.
   * DJL's ordinals are dropped where names differ without them.
   */
  public static Map<String, Parameter> named(Block block) {
    Map<String, Parameter> named = new LinkedHashMap<>();
    collect(block, "", named);
    return named;
  }

  private static void collect(Block block, String prefix, Map<String, Parameter> named) {
    for (Pair<String, Parameter> parameter : block.getDirectParameters()) {
      named.put(prefix + parameter.getKey(), parameter.getValue());
    }
    Map<String, Integer> uses = new HashMap<>();
    for (Pair<String, Block> child : block.getChildren()) {
      uses.merge(bare(child.getKey()), 1, Integer::sum);
    }
    for (Pair<String, Block> child : block.getChildren()) {
      String bare = bare(child.getKey());
      String name = bare.isEmpty() || uses.getOrDefault(bare, 0) > 1 ? child.getKey() : bare;
      collect(child.getValue(), prefix + name + ".", named);
    }
  }

  private static String bare(String childName) {
    return ORDINAL.matcher(childName).replaceFirst("");
  }

  /**
   * Gives every parameter of a Block its first value. The engine's generator is seeded for each
   * parameter from the seed and the parameter's name, so a value depends on nothing else.
   *
   * @param manager owns the parameters
   */
  public static void initialize(
      Block block, NDManager manager, DataType dataType, long seed, Shape... inputShapes) {
    synchronized (EngineGenerator.LOCK) {
      Map<String, Parameter> parameters = named(block);
      parameters.forEach(
          (name, parameter) ->
              parameter.setInitializer(
                  new SeededInitializer(
                      parameter.getInitializer(), Seeds.mix(seed, "weights", Seeds.hash(name)))));
      block.initialize(manager, dataType, inputShapes);
      // gradients are taken on leaves that live for one step: predictions in other threads then
      // never build a graph
      named(block).values().forEach(p -> p.getArray().setRequiresGradient(false));
    }
  }

  /**
   * Draws from the engine's generator, seeded for this one parameter, and keeps nothing else. It
   * draws in the host's memory, as other devices have generators of their own: a seed gives the
   * same weights everywhere.
   */
  private record SeededInitializer(Initializer initializer, long seed) implements Initializer {
    @Override
    public NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
      manager.getEngine().setRandomSeed((int) seed);
      try (NDManager scratch = manager.newSubManager(Devices.HOST)) {
        NDArray drawn =
            initializer.initialize(scratch, shape, dataType).toDevice(manager.getDevice(), false);
        drawn.attach(manager);
        return drawn;
      }
    }
  }

  /**
   * Puts values into an initialized parameter.
   *
   * @param values row-major, as many as the parameter has
   */
  public static void put(float[] values, Parameter parameter) {
    NDArray array = parameter.getArray();
    // not set(float[]) or copyTo, which make libtorch print a warning about itself
    try (NDArray given = array.getManager().create(values, array.getShape())) {
      array.set(new NDIndex("..."), given);
    }
  }

  /**
   * The values of an array in the host's memory, row-major. Unlike {@link NDArray#toFloatArray},
   * whose copy of what lies on another device stays with the array's manager, this leaves nothing
   * behind.
   */
  public static float[] floats(NDArray array) {
    try (NDManager scratch = array.getManager().newSubManager()) {
      NDArray shared = array.stopGradient();
      shared.attach(scratch);
      return shared.toFloatArray();
    }
  }

  /** How many numbers a Block learns. */
  public static long count(Block block) {
    return named(block).values().stream().mapToLong(p -> p.getShape().size()).sum();
  }
}
