package io.perceiver.pointcloud.bin;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes float32 numbers as KITTI and nuScenes do. */
public final class FloatBytes {
  private FloatBytes() {}

  /** The numbers, little-endian, one after another. */
  public static byte[] of(double... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double number : numbers) {
      bytes.putFloat((float) number);
    }
    return bytes.array();
  }
}
