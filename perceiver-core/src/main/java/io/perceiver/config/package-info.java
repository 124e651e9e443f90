/**
 * Configuration: YAML to records and back.
 *
 * <p>{@link io.perceiver.config.YamlReader} makes a {@link io.perceiver.config.ConfigNode}, a tree
 * that knows where every value came from; {@link io.perceiver.config.Overrides} puts {@code --set}
 * values on top; {@link io.perceiver.config.RecordBinder} lays it over records' defaults and
 * gathers every mistake; {@link io.perceiver.config.ConfigWriter} writes records as YAML that reads
 * back equal.
 */
@NullMarked
package io.perceiver.config;

import org.jspecify.annotations.NullMarked;
