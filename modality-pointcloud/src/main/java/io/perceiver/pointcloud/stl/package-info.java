/**
 * STL, triangles without shared points: {@link io.perceiver.pointcloud.stl.StlFile} reads its text
 * and its binary form.
 */
@NullMarked
package io.perceiver.pointcloud.stl;

import org.jspecify.annotations.NullMarked;
