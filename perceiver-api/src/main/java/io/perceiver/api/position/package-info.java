/**
 * The papers' position encodings, which depend only on {@code ai.djl:api}, so that every plugin can
 * use them.
 */
@NullMarked
package io.perceiver.api.position;

import org.jspecify.annotations.NullMarked;
