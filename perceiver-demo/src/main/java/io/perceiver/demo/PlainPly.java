package io.perceiver.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes points as little-endian binary PLY files (Turk 1994), three floats a point. */
final class PlainPly {
  private PlainPly() {}

  /** Encodes some points. */
  static byte[] encode(List<Point> points) {
    byte[] header =
        """
        ply
        format binary_little_endian 1.0
        element vertex %d
        property float x
        property float y
        property float z
        end_header
        """
            .formatted(points.size())
            .getBytes(StandardCharsets.US_ASCII);
    ByteBuffer file = ByteBuffer.allocate(header.length + 3 * Float.BYTES * points.size());
    file.order(ByteOrder.LITTLE_ENDIAN).put(header);
    for (Point point : points) {
      file.putFloat((float) point.x()).putFloat((float) point.y()).putFloat((float) point.z());
    }
    return file.array();
  }
}
