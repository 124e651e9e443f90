/**
 * Log-mel spectrograms: power in bands as wide as the ear hears them, in decibels, by frame. Every
 * step is its own type: scale, filters, spectrum, standardisation.
 */
@NullMarked
package io.perceiver.audio.mel;

import org.jspecify.annotations.NullMarked;
