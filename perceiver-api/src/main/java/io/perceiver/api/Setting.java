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
 *   public EcgConfig { // checks configurations created in Java too
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

  /** Returns what the component means, in one sentence without a full stop. */
  String value();

  /** Returns its unit, such as {@code Hz} or {@code pixels}; empty if it has none. */
  String unit() default "";

  /** Returns the smallest allowed number, also for the numbers in a list. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Returns the largest allowed number, also for the numbers in a list. */
  double max() default Double.POSITIVE_INFINITY;

  /** Returns whether numbers must be above {@link #min()}, which is then not allowed itself. */
  boolean aboveMin() default false;

  /** Returns whether numbers must be below {@link #max()}, which is then not allowed itself. */
  boolean belowMax() default false;
}
