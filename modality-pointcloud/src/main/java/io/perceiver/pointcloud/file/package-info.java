/**
 * Files of any kind: {@link io.perceiver.pointcloud.file.PointFileFormat} tells formats by their
 * content and reads them.
 */
@NullMarked
package io.perceiver.pointcloud.file;

import org.jspecify.annotations.NullMarked;
