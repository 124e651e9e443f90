/**
 * NPY, the array format of NumPy: {@link io.perceiver.pointcloud.npy.NpyFile} reads arrays of one
 * point a row.
 */
@NullMarked
package io.perceiver.pointcloud.npy;

import org.jspecify.annotations.NullMarked;
