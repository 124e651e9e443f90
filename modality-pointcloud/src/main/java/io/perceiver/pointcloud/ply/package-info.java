/**
 * PLY, the polygon file format: {@link io.perceiver.pointcloud.ply.PlyFile} reads ASCII and both
 * binary orders, with any elements and properties in any order.
 */
@NullMarked
package io.perceiver.pointcloud.ply;

import org.jspecify.annotations.NullMarked;
