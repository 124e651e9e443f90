/**
 * Points in space: {@link io.perceiver.pointcloud.cloud.PointCloud}, with what their channels are
 * and how clouds are brought into the unit cube or sphere.
 */
@NullMarked
package io.perceiver.pointcloud.cloud;

import org.jspecify.annotations.NullMarked;
