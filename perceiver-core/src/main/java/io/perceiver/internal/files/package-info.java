/**
 * Files that must be right or be refused: safetensors in and out, and folders and files that appear
 * under their final name only when every byte is on the disk. A damaged file is always answered
 * with a {@link io.perceiver.internal.files.MalformedFileException}, never with a wrong array.
 */
@NullMarked
package io.perceiver.internal.files;

import org.jspecify.annotations.NullMarked;
