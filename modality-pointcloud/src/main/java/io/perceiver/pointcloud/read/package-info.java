/**
 * What readers of all formats share: {@link io.perceiver.pointcloud.read.FileBytes} and {@link
 * io.perceiver.pointcloud.read.TextScanner} to take a file apart, {@link
 * io.perceiver.pointcloud.read.PointTable} and {@link io.perceiver.pointcloud.read.Faces} to build
 * a cloud from what is found.
 */
@NullMarked
package io.perceiver.pointcloud.read;

import org.jspecify.annotations.NullMarked;
