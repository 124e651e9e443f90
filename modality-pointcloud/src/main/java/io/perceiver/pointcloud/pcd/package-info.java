/**
 * PCD, the format of the Point Cloud Library, versions 0.5 to 0.7: {@link
 * io.perceiver.pointcloud.pcd.PcdFile} reads its ASCII, binary and compressed forms.
 */
@NullMarked
package io.perceiver.pointcloud.pcd;

import org.jspecify.annotations.NullMarked;
