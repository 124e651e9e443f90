/**
 * From a data set on disk to batches in memory: file trees, archives, tables, splits, and the
 * threads that decode, augment and pad. Nothing here knows an engine; a batch is plain buffers.
 */
@NullMarked
package io.perceiver.internal.data;

import org.jspecify.annotations.NullMarked;
