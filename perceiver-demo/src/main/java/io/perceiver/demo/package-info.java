/**
 * The demo data set: a box of toys that can be seen, heard and touched, made from a seed and
 * written as ordinary files.
 *
 * <p>A {@link io.perceiver.demo.Kind} has an impression on each {@link io.perceiver.demo.Sense}: a
 * {@link io.perceiver.demo.Silhouette}, a {@link io.perceiver.demo.Sound} and a {@link
 * io.perceiver.demo.Surface}, each shared by some kinds, so that {@link io.perceiver.demo.Senses}
 * knows how far any choice of senses can get. A renderer a sense turns the impression, and nothing
 * else of the kind, into a file. {@link io.perceiver.demo.DemoDataset} writes the files and their
 * manifest. Everything is plain Java, a pure function of the settings, and the same to the byte on
 * every machine.
 */
@NullMarked
package io.perceiver.demo;

import org.jspecify.annotations.NullMarked;
