/**
 * Random changes to training clouds, configured by {@link
 * io.perceiver.pointcloud.augment.AugmentationConfig}.
 */
@NullMarked
package io.perceiver.pointcloud.augment;

import org.jspecify.annotations.NullMarked;
