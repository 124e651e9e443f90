/**
 * The audio modality: files become {@link io.perceiver.audio.signal.Sound}s of one rate, these a
 * byte array of log-mel rectangles or of raw patches of the waveform (Perceiver §4.2).
 */
@NullMarked
package io.perceiver.audio;

import org.jspecify.annotations.NullMarked;
