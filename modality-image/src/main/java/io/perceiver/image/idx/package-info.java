/**
 * IDX, the format MNIST and Fashion-MNIST ship in: one file of many images beside one of their
 * labels, plain or gzipped. {@link io.perceiver.image.idx.IdxFile} reads either, {@link
 * io.perceiver.image.idx.IdxFormat} is the data set they make together.
 */
@NullMarked
package io.perceiver.image.idx;

import org.jspecify.annotations.NullMarked;
