/**
 * How many elements a cloud gives and which: {@link io.perceiver.pointcloud.sampling.CloudSampler}
 * draws points from clouds and from the surfaces of meshes.
 */
@NullMarked
package io.perceiver.pointcloud.sampling;

import org.jspecify.annotations.NullMarked;
