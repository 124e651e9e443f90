package io.perceiver.pointcloud.stl;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The binary form: 80 bytes of anything, the number of triangles, then 50 bytes for each: a normal
 * and three corners of 32-bit floats, and two bytes of no agreed meaning.
 */
final class StlBinary {
  private static final int COUNT_OFFSET = 80;
  private static final int HEADER_BYTES = 84;
  private static final int TRIANGLE_BYTES = 50;
  private static final int NORMAL_BYTES = 12;
  private static final int CORNERS = 3;

  private StlBinary() {}

  /** Whether a file has as many bytes as its number of triangles needs. */
  static boolean fits(FileBytes file) {
    return file.size() >= HEADER_BYTES + TRIANGLE_BYTES && file.size() == bytes(triangles(file));
  }

  private static long triangles(FileBytes file) {
    return file.from(COUNT_OFFSET, ByteOrder.LITTLE_ENDIAN).getInt() & 0xffffffffL;
  }

  private static long bytes(long triangles) {
    return HEADER_BYTES + TRIANGLE_BYTES * triangles;
  }

  static PointCloud read(FileBytes file, ReadOptions options) throws UnreadableExampleException {
    check(file);
    StlMesh mesh = new StlMesh(file, options);
    ByteBuffer bytes = file.from(HEADER_BYTES, ByteOrder.LITTLE_ENDIAN);
    for (long triangle = triangles(file); triangle > 0; triangle--) {
      bytes.position(bytes.position() + NORMAL_BYTES);
      mesh.begin();
      for (int corner = 0; corner < CORNERS; corner++) {
        mesh.corner(bytes.getFloat(), bytes.getFloat(), bytes.getFloat());
      }
      bytes.position(bytes.position() + Short.BYTES);
    }
    return mesh.cloud();
  }

  private static void check(FileBytes file) throws UnreadableExampleException {
    if (file.size() < HEADER_BYTES) {
      throw file.refused(
          "cut short: a binary STL file begins with "
              + HEADER_BYTES
              + " bytes, but it has "
              + file.size());
    }
    long triangles = triangles(file);
    long expected = bytes(triangles);
    if (expected != file.size()) {
      throw file.refused(
          (expected > file.size() ? "cut short, or not an STL file: " : "")
              + "its header says "
              + triangles
              + " triangles, which take "
              + expected
              + " bytes, but it has "
              + file.size());
    }
    if (triangles == 0) {
      throw file.refused("its header says 0 triangles; allowed: 1 or more");
    }
  }
}
