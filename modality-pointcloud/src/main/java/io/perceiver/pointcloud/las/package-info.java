/**
 * LAS, the format of laser scans of land: {@link io.perceiver.pointcloud.las.LasFile} reads
 * versions 1.0 to 1.4 without compression.
 */
@NullMarked
package io.perceiver.pointcloud.las;

import org.jspecify.annotations.NullMarked;
