/**
 * Data set formats and their settings, what a model does with each modality, and batches. Nothing
 * here knows an engine; a batch is plain buffers.
 */
@NullMarked
package io.perceiver.data;

import org.jspecify.annotations.NullMarked;
