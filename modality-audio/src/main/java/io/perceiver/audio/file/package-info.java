/**
 * Sound files of several formats, told by their first bytes. Nothing here believes a header: what
 * is allocated is bounded by the bytes that are there and by how much sound is wanted.
 */
@NullMarked
package io.perceiver.audio.file;

import org.jspecify.annotations.NullMarked;
