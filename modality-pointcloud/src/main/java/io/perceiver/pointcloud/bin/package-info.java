/**
 * Float32 numbers without a header, as KITTI and nuScenes ship: {@link
 * io.perceiver.pointcloud.bin.BinFile} reads them if the configuration names their columns.
 */
@NullMarked
package io.perceiver.pointcloud.bin;

import org.jspecify.annotations.NullMarked;
