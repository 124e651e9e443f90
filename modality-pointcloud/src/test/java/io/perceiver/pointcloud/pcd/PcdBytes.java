package io.perceiver.pointcloud.pcd;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.perceiver.pointcloud.cloud.Channel;
import io.perceiver.pointcloud.cloud.PointCloud;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.StringJoiner;

/** Writes PCD files of x, intensity, rgb, y, z, a feature of two numbers, normals and padding. */
public final class PcdBytes {
  private static final String FIELDS =
      """
      # .PCD v0.7 - Point Cloud Data file format
      VERSION 0.7
      FIELDS x intensity rgb y z feature normal_x normal_y normal_z _
      SIZE 4 4 4 8 4 2 4 4 4 1
      TYPE F F F F F I F F F U
      COUNT 1 1 1 1 1 2 1 1 1 3
      WIDTH %d
      HEIGHT 1
      VIEWPOINT 0 0 0 1 0 0 0
      POINTS %d
      DATA %s
      """;

  private PcdBytes() {}

  private static String header(PointCloud cloud, String data) {
    return FIELDS.formatted(cloud.size(), cloud.size(), data);
  }

  /** A cloud with all channels, in binary. */
  public static byte[] binary(PointCloud cloud) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int point = 0; point < cloud.size(); point++) {
      for (int field = 0; field < 10; field++) {
        body.writeBytes(field(cloud, point, field));
      }
    }
    return joined(header(cloud, "binary").getBytes(ISO_8859_1), body.toByteArray());
  }

  /** A cloud with all channels, compressed. */
  public static byte[] compressed(PointCloud cloud) {
    ByteArrayOutputStream columns = new ByteArrayOutputStream();
    for (int field = 0; field < 10; field++) {
      for (int point = 0; point < cloud.size(); point++) {
        columns.writeBytes(field(cloud, point, field));
      }
    }
    byte[] compressed = LzfBytes.compress(columns.toByteArray());
    byte[] sizes =
        ByteBuffer.allocate(8)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(compressed.length)
            .putInt(columns.size())
            .array();
    byte[] header = header(cloud, "binary_compressed").getBytes(ISO_8859_1);
    return joined(joined(header, sizes), compressed);
  }

  /** A cloud with all channels, as text. */
  public static byte[] ascii(PointCloud cloud) {
    StringBuilder text = new StringBuilder(header(cloud, "ascii"));
    for (int point = 0; point < cloud.size(); point++) {
      StringJoiner line = new StringJoiner(" ", "", "\n");
      line.add(String.valueOf((float) cloud.coordinates()[3 * point]))
          .add(String.valueOf(cloud.channel(Channel.INTENSITY)[point]))
          .add(String.valueOf(Float.intBitsToFloat(packed(cloud, point))))
          .add(String.valueOf(cloud.coordinates()[3 * point + 1]))
          .add(String.valueOf((float) cloud.coordinates()[3 * point + 2]))
          .add("-7 8");
      for (int i = 0; i < 3; i++) {
        line.add(String.valueOf(cloud.channel(Channel.NORMALS)[3 * point + i]));
      }
      text.append(line.add("0 0 0"));
    }
    return text.toString().getBytes(ISO_8859_1);
  }

  private static byte[] field(PointCloud cloud, int point, int field) {
    ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
    switch (field) {
      case 0 -> bytes.putFloat((float) cloud.coordinates()[3 * point]);
      case 1 -> bytes.putFloat(cloud.channel(Channel.INTENSITY)[point]);
      case 2 -> bytes.putInt(packed(cloud, point));
      case 3 -> bytes.putDouble(cloud.coordinates()[3 * point + 1]);
      case 4 -> bytes.putFloat((float) cloud.coordinates()[3 * point + 2]);
      case 5 -> bytes.putShort((short) -7).putShort((short) 8);
      case 9 -> bytes.put(new byte[3]);
      default -> bytes.putFloat(cloud.channel(Channel.NORMALS)[3 * point + field - 6]);
    }
    byte[] result = new byte[bytes.position()];
    bytes.get(0, result);
    return result;
  }

  private static int packed(PointCloud cloud, int point) {
    int bits = 0;
    for (int i = 0; i < 3; i++) {
      bits = bits << 8 | Math.round((cloud.channel(Channel.COLOUR)[3 * point + i] + 1) / 2 * 255);
    }
    return bits;
  }

  static byte[] joined(byte[] head, byte[] tail) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head);
    bytes.writeBytes(tail);
    return bytes.toByteArray();
  }
}
