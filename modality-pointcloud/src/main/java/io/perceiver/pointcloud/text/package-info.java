/**
 * Plain text, one point a line: {@link io.perceiver.pointcloud.text.TextFile} reads XYZ, TXT, CSV
 * and their like, with or without a line of names.
 */
@NullMarked
package io.perceiver.pointcloud.text;

import org.jspecify.annotations.NullMarked;
