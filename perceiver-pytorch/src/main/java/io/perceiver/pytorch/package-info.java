/**
 * The kernels through libtorch's fused operators: TorchScript text, kept as resources, is written
 * into an archive in memory and loaded by DJL. The one place that names {@code ai.djl.pytorch}.
 */
@NullMarked
package io.perceiver.pytorch;

import org.jspecify.annotations.NullMarked;
