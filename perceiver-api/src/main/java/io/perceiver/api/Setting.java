package io.perceiver.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.apiguardian.api.API;

/**
 * Describes one component of a configuration record, for messages, commented configs and guides.
 *
 * <pre>{@code
 * public record EcgConfig(
 *     @Setting(value = "longest recording", unit = "samples", min = 1, max = 1 << 20) int samples) {
 *   public EcgConfig { // for those who make one in Java
 *     Problems problems = new Problems("");
 *     problems.checkRange("samples", samples, 1, 1 << 20);
 *     problems.throwIfAny();
 *   }
 * }
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public @interface Setting {

  /** What it means, one sentence without a final full stop. */
  String value();

  /** Its unit, such as {@code Hz} or {@code pixels}; empty where it has none. */
  String unit() default "";

  /** Smallest allowed number, also for the numbers in a list. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest allowed number, also for the numbers in a list. */
  double max() default Double.POSITIVE_INFINITY;

  /** Whether numbers must lie above {@link #min()}, which is then refused itself. */
  boolean aboveMin() default false;

  /** Whether numbers must lie below {@link #max()}, which is then refused itself. */
  boolean belowMax() default false;
}
