package io.perceiver.api;

import ai.djl.ndarray.NDArray;
import java.util.function.BinaryOperator;
import org.apiguardian.api.API;

/**
 * Arithmetic of an array with a number that is safe to differentiate. Use it in all code that a
 * gradient goes through: losses, head blocks, input adapters.
 *
 * <p>{@code NDArray.mul(Number)} and the like are not safe. DJL passes the number to the engine in
 * memory that belongs to the Java heap and releases it at once, while the engine keeps the address
 * for the backward pass. After a garbage collection in between, the engine reads whatever is there
 * by then, and the gradient is silently wrong by any factor. Here the engine owns the number.
 * Adding and subtracting keep nothing for the backward pass, so {@code NDArray.add(Number)} is
 * safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scalars {

  private Scalars() {}

  /** Returns {@code x · factor}, of the type of x; owned by x's manager. */
  public static NDArray multiply(NDArray x, double factor) {
    return apply(x, factor, NDArray::mul);
  }

  /** Returns {@code x / divisor}, of the type of x; owned by x's manager. */
  public static NDArray divide(NDArray x, double divisor) {
    return apply(x, divisor, NDArray::div);
  }

  /** Returns the larger of x and a number, of the type of x; owned by x's manager. */
  public static NDArray maximum(NDArray x, double floor) {
    return apply(x, floor, NDArray::maximum);
  }

  /** Returns {@code x} to the power of a number, of the type of x; owned by x's manager. */
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
