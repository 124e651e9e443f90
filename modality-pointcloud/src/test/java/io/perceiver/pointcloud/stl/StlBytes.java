package io.perceiver.pointcloud.stl;

import io.perceiver.pointcloud.cloud.PointCloud;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the triangles of a mesh as STL. */
final class StlBytes {
  private StlBytes() {}

  static byte[] binary(PointCloud mesh, String header) {
    int count = mesh.triangles().length / 3;
    ByteBuffer bytes = ByteBuffer.allocate(84 + 50 * count).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(header.getBytes(StandardCharsets.ISO_8859_1)).position(80).putInt(count);
    for (int triangle = 0; triangle < count; triangle++) {
      bytes.putFloat(0).putFloat(0).putFloat(1);
      for (int i = 0; i < 9; i++) {
        bytes.putFloat((float) coordinate(mesh, triangle, i / 3, i % 3));
      }
      bytes.putShort((short) 0x7fff);
    }
    return bytes.array();
  }

  static String text(PointCloud mesh, String name) {
    StringBuilder text = new StringBuilder("solid ").append(name);
    for (int triangle = 0; triangle < mesh.triangles().length / 3; triangle++) {
      text.append("\n  facet normal 0 0 1\n    outer loop");
      for (int corner = 0; corner < 3; corner++) {
        text.append("\n      vertex");
        for (int axis = 0; axis < 3; axis++) {
          text.append(' ').append(coordinate(mesh, triangle, corner, axis));
        }
      }
      text.append("\n    endloop\n  endfacet");
    }
    return text.append("\nendsolid ").append(name).append('\n').toString();
  }

  private static double coordinate(PointCloud mesh, int triangle, int corner, int axis) {
    return mesh.coordinates()[3 * mesh.triangles()[3 * triangle + corner] + axis];
  }
}
