package io.perceiver.image.file;

/**
 * What the caller of a decoder wants.
 *
 * @param maxPixels pixels of the largest image accepted
 * @param background level behind transparent pixels, 0 to 255
 * @param indices whether palette indices and levels are wanted as the file stores them
 * @param range stored samples that stand for black and white
 */
record Wish(int maxPixels, int background, boolean indices, Range range) {}
