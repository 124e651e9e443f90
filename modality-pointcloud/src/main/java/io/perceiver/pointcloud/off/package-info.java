/**
 * OFF, the object file format of Geomview, in which ModelNet's meshes come: {@link
 * io.perceiver.pointcloud.off.OffFile} reads its text form.
 */
@NullMarked
package io.perceiver.pointcloud.off;

import org.jspecify.annotations.NullMarked;
