/**
 * The point cloud modality: clouds and meshes become {@link
 * io.perceiver.pointcloud.cloud.PointCloud}s, these a byte array of one element for each point,
 * whose coordinates are its position (Perceiver §4.3).
 */
@NullMarked
package io.perceiver.pointcloud;

import org.jspecify.annotations.NullMarked;
