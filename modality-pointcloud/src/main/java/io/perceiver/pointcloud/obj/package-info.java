/**
 * OBJ, the format of Wavefront, in which ShapeNet's and many CAD models come: {@link
 * io.perceiver.pointcloud.obj.ObjFile} reads its points and polygons.
 */
@NullMarked
package io.perceiver.pointcloud.obj;

import org.jspecify.annotations.NullMarked;
