package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;
import org.apiguardian.api.API;

/**
 * Arithmetic of an array with a number, safe to differentiate. Use it in everything a gradient goes
 * through: losses, head blocks, input adapters.
 *
 * <p>{@code NDArray.mul(Number)} and its like are not. DJL hands the number to the engine in memory
 * that the Java heap owns and lets go of it at once, while the engine keeps the address for the
 * backward pass: after a garbage collection in between it reads whatever lies there by then, and
 * the gradient is silently wrong by any factor. Here the engine owns the number. Adding and
 * subtracting keep nothing for the backward pass; {@code NDArray.add(Number)} is as good as any.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scalars {

  private Scalars() {}

  /** {@code x · factor}, of the type of x; it belongs to x's manager. */
  public static NDArray multiply(NDArray x, double factor) {
    return apply(x, factor, NDArray::mul);
  }

  /** {@code x / divisor}, of the type of x; it belongs to x's manager. */
  public static NDArray divide(NDArray x, double divisor) {
    return apply(x, divisor, NDArray::div);
  }

  /** The larger of x and a number, of the type of x; it belongs to x's manager. */
  public static NDArray maximum(NDArray x, double floor) {
    return apply(x, floor, NDArray::maximum);
  }

  /** {@code x} to the power of a number, of the type of x; it belongs to x's manager. */
  public static NDArray power(NDArray x, double exponent) {
    return apply(x, exponent, NDArray::pow);
  }

  private static NDArray apply(NDArray x, double number, BinaryOperator<NDArray> operation) {
    // the copy is the engine's own; the graph keeps its memory when the Java object is closed
    try (NDArray lent = x.getManager().create(number);
        NDArray owned = lent.toType(x.getDataType(), true)) {
      return operation.apply(x, owned);
    }
  }
}
