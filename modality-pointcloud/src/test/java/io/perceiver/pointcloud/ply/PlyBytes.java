package io.perceiver.pointcloud.ply;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes PLY files with properties in an unusual order, an element of no use before the faces, and
 * faces that carry more than their corners.
 */
public final class PlyBytes {
  private final PointCloud cloud;
  private final String format;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  private PlyBytes(PointCloud cloud, String format) {
    this.cloud = cloud;
    this.format = format;
  }

  /** A cloud with all channels; the corners of each face, which may be none. */
  public static byte[] of(PointCloud cloud, String format, int[]... faces) {
    return new PlyBytes(cloud, format).file(faces);
  }

  private byte[] file(int[]... faces) {
    String header =
        """
        ply
        format %s 1.0
        comment made for a test
        element vertex %d
        property double z
        property uchar red
        property uchar green
        property uchar blue
        property list uchar short neighbours
        property float x
        property float nx
        property float ny
        property float nz
        property float y
        property float intensity
        element camera 2
        property int id
        element face %d
        property uchar flags
        property list uchar int vertex_indices
        property list int float texcoord
        end_header
        """
            .formatted(format, cloud.size(), faces.length);
    body.writeBytes(header.getBytes(ISO_8859_1));
    for (int point = 0; point < cloud.size(); point++) {
      writeVertex(point);
    }
    number('i', 7);
    number('i', 8);
    endLine();
    for (int[] face : faces) {
      writeFace(face);
    }
    return body.toByteArray();
  }

  private void writeVertex(int point) {
    number('d', cloud.coordinates()[3 * point + 2]);
    for (int i = 0; i < 3; i++) {
      number('c', Math.round((cloud.channel(Channel.COLOUR)[3 * point + i] + 1) / 2 * 255));
    }
    number('c', 2);
    number('s', -1);
    number('s', 300);
    number('f', cloud.coordinates()[3 * point]);
    for (int i = 0; i < 3; i++) {
      number('f', cloud.channel(Channel.NORMALS)[3 * point + i]);
    }
    number('f', cloud.coordinates()[3 * point + 1]);
    number('f', cloud.channel(Channel.INTENSITY)[point]);
    endLine();
  }

  private void writeFace(int[] face) {
    number('c', 0);
    number('c', face.length);
    for (int corner : face) {
      number('i', corner);
    }
    number('i', 1);
    number('f', 0.5);
    endLine();
  }

  private void number(char type, double number) {
    if (format.equals("ascii")) {
      String text = type == 'd' || type == 'f' ? "" + number : "" + (long) number;
      body.writeBytes((text + " ").getBytes(ISO_8859_1));
      return;
    }
    ByteBuffer bytes = ByteBuffer.allocate(8);
    bytes.order(format.endsWith("big_endian") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    switch (type) {
      case 'c' -> bytes.put((byte) number);
      case 's' -> bytes.putShort((short) number);
      case 'i' -> bytes.putInt((int) number);
      case 'f' -> bytes.putFloat((float) number);
      default -> bytes.putDouble(number);
    }
    body.write(bytes.array(), 0, bytes.position());
  }

  private void endLine() {
    if (format.equals("ascii")) {
      body.write('\n');
    }
  }
}
