/**
 * YAML to the records of {@code io.perceiver.config} and back.
 *
 * <p>{@link io.perceiver.internal.config.YamlReader} makes a {@link
 * io.perceiver.internal.config.ConfigNode}, a tree that knows where every value came from; {@link
 * io.perceiver.internal.config.Overrides} puts {@code --set} values on top; {@link
 * io.perceiver.internal.config.RecordBinder} lays it over records' defaults and gathers every
 * mistake; {@link io.perceiver.internal.config.ConfigWriter} writes records as YAML that reads back
 * equal.
 */
@NullMarked
package io.perceiver.internal.config;

import org.jspecify.annotations.NullMarked;
