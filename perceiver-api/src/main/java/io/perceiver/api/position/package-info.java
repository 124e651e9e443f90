/** The papers' position encodings, on {@code ai.djl:api} alone, so that every plugin uses them. */
@NullMarked
package io.perceiver.api.position;

import org.jspecify.annotations.NullMarked;
