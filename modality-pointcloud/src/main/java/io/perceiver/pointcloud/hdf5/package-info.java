/**
 * HDF5 as ModelNet40 ships: files of many clouds, {@link io.perceiver.pointcloud.hdf5.H5Clouds},
 * and the data set they make together, {@link io.perceiver.pointcloud.hdf5.H5Format}.
 */
@NullMarked
package io.perceiver.pointcloud.hdf5;

import org.jspecify.annotations.NullMarked;
