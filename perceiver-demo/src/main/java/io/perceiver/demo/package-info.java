/**
 * The demo data set: pictures of simple objects, drawn from a seed and written as ordinary files.
 *
 * <p>A {@link io.perceiver.demo.Scene} says what there is: kind, place, size, angle, colours. A
 * {@link io.perceiver.demo.SceneRenderer} turns it into the file of one sense; {@link
 * io.perceiver.demo.ImageRenderer} is the first. {@link io.perceiver.demo.DemoDataset} draws the
 * scenes and writes the files and their manifest. Everything is plain Java, a pure function of the
 * settings, and the same to the byte on every machine.
 */
@NullMarked
package io.perceiver.demo;

import org.jspecify.annotations.NullMarked;
