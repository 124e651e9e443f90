package io.perceiver.pointcloud.las;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Writes LAS files field by field, at the offsets of the tables of LAS 1.4 R15. Point i has the
 * stored coordinates i, 10 i and -i, the intensity 1000 i and the colour 100 i, 200 i, 300 i.
 */
final class LasBytes {
  private final int minor;
  private final int format;
  private final int pointBytes;
  private final int colour;
  private int points = 3;
  private int records;
  private int lastRecordBytes = -1;
  private int level = 1;

  /**
   * A version and a format of points.
   *
   * @param pointBytes bytes of a point
   * @param colour offset of red; negative for none
   */
  LasBytes(int minor, int format, int pointBytes, int colour) {
    this.minor = minor;
    this.format = format;
    this.pointBytes = pointBytes;
    this.colour = colour;
  }

  LasBytes points(int count) {
    points = count;
    return this;
  }

  /** Factor of all colours. */
  LasBytes level(int factor) {
    level = factor;
    return this;
  }

  /** This many records of 5 bytes before the points. */
  LasBytes records(int count) {
    records = count;
    return this;
  }

  /** A record of this many bytes after the points. */
  LasBytes lastRecord(int bytes) {
    lastRecordBytes = bytes;
    return this;
  }

  byte[] bytes() {
    int size = minor >= 4 ? 375 : minor == 3 ? 235 : 227;
    int offset = size + 59 * records + 2;
    int end = offset + points * pointBytes;
    ByteBuffer bytes =
        ByteBuffer.allocate(end + (lastRecordBytes < 0 ? 0 : 60 + lastRecordBytes))
            .order(ByteOrder.LITTLE_ENDIAN);
    bytes.put("LASF".getBytes(US_ASCII)).put(24, (byte) 1).put(25, (byte) minor);
    bytes.putShort(94, (short) size).putInt(96, offset).putInt(100, records);
    bytes.put(104, (byte) format).putShort(105, (short) pointBytes);
    bytes.putInt(107, format < 6 ? points : 0);
    for (int axis = 0; axis < 3; axis++) {
      bytes.putDouble(131 + 8 * axis, 0.5).putDouble(155 + 8 * axis, 1000 * (axis + 1));
    }
    if (minor >= 4) {
      bytes.putLong(247, points);
    }
    for (int record = 0; record < records; record++) {
      bytes.putShort(size + 59 * record + 20, (short) 5);
    }
    for (int point = 0; point < points; point++) {
      write(bytes, offset + point * pointBytes, point);
    }
    if (lastRecordBytes >= 0) {
      bytes.putLong(minor >= 4 ? 235 : 227, end).putLong(end + 20, lastRecordBytes);
      if (minor >= 4) {
        bytes.putInt(243, 1);
      } else {
        // the waveforms lie in this file
        bytes.putShort(6, (short) 2);
      }
    }
    return bytes.array();
  }

  private void write(ByteBuffer bytes, int at, int point) {
    bytes.putInt(at, point).putInt(at + 4, 10 * point).putInt(at + 8, -point);
    bytes.putShort(at + 12, (short) (1000 * point));
    for (int i = 0; colour >= 0 && i < 3; i++) {
      bytes.putShort(at + colour + 2 * i, (short) (level * 100 * (i + 1) * point));
    }
  }
}
