/**
 * Configurations as records: {@link io.perceiver.config.RunConfig} is the whole, and each section
 * of YAML has a record here or beside what it configures.
 */
@NullMarked
package io.perceiver.config;

import org.jspecify.annotations.NullMarked;
