package io.perceiver.internal.nn;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import io.perceiver.api.Scalars;
import io.perceiver.api.layer.InitConfig;
import io.perceiver.api.layer.LinearInit;

/** What parameters start from, drawn from the engine's generator. */
public final class Inits {

  /** Standard deviation of a standard normal distribution cut off at ±2. */
  private static final double CUT_NORMAL_SD = 0.8796256610342398;

  /** Probability that a standard normal draw lies below -2. */
  private static final double BELOW_MINUS_2 = 0.02275013194817921;

  private Inits() {}

  /** Of a linear map's weight. */
  static Initializer weight(InitConfig init, long inputs) {
    return switch (init.linear()) {
      case DEEPMIND -> truncatedNormal(Math.sqrt(1.0 / (double) inputs) / CUT_NORMAL_SD);
      case TORCH -> torch(inputs);
      case NORMAL -> new NormalInitializer((float) init.linearSd());
    };
  }

  /** Of a linear map's bias. */
  static Initializer bias(InitConfig init, long inputs) {
    return init.linear() == LinearInit.TORCH ? torch(inputs) : Initializer.ZEROS;
  }

  /** Torch's default for linear maps, of weight and bias: uniform within ±1 / √inputs. */
  public static Initializer torch(long inputs) {
    return uniform(1 / Math.sqrt((double) inputs));
  }

  private static Initializer uniform(double bound) {
    return (manager, shape, dataType) ->
        manager.randomUniform((float) -bound, (float) bound, shape, dataType);
  }

  /** Normal, cut off at two standard deviations, by inverting its distribution function. */
  static Initializer truncatedNormal(double sd) {
    return new Initializer() {
      @Override
      public ai.djl.ndarray.NDArray initialize(NDManager manager, Shape shape, DataType dataType) {
        float bound = (float) (1 - 2 * BELOW_MINUS_2);
        return Scalars.multiply(
            manager.randomUniform(-bound, bound, shape, dataType).erfinv(), Math.sqrt(2) * sd);
      }
    };
  }
}
