package io.perceiver.internal.files;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;

/** What the elements of a stored tensor are; the constants carry the names that files use. */
public enum ElementType {
  /** 64-bit floating point. */
  F64(8),
  /** 32-bit floating point. */
  F32(4),
  /** 16-bit floating point, IEEE 754. */
  F16(2),
  /** 16-bit floating point with the exponent of a 32-bit one. */
  BF16(2),
  /** Signed 64-bit integer. */
  I64(8),
  /** Signed 32-bit integer. */
  I32(4),
  /** Unsigned 8-bit integer. */
  U8(1),
  /** One byte, 0 for false and anything else for true. */
  BOOL(1);

  private final int width;

  ElementType(int width) {
    this.width = width;
  }

  /** Bytes of one element. */
  public int width() {
    return width;
  }

  /** Whether elements are whole numbers or truth values. */
  public boolean isWhole() {
    return this == I64 || this == I32 || this == U8 || this == BOOL;
  }

  /** Fills part of an array from as many bytes, which are in little-endian order. */
  void decode(ByteBuffer bytes, float[] values, int from, int count) {
    switch (this) {
      case F32 -> bytes.asFloatBuffer().get(values, from, count);
      case F64 -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = (float) bytes.getDouble();
        }
      }
      case F16 -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = HalfPrecision.fromFloat16(bytes.getShort());
        }
      }
      case BF16 -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = HalfPrecision.fromBfloat16(bytes.getShort());
        }
      }
      case I64, I32, U8, BOOL -> {
        for (int i = 0; i < count; i++) {
          values[from + i] = (float) whole(bytes);
        }
      }
    }
  }

  /** Fills part of an array of whole numbers; only for {@link #isWhole} types. */
  void decode(ByteBuffer bytes, LongBuffer values, int count) {
    for (int i = 0; i < count; i++) {
      values.put(whole(bytes));
    }
  }

  private long whole(ByteBuffer bytes) {
    return switch (this) {
      case I64 -> bytes.getLong();
      case I32 -> bytes.getInt();
      case U8 -> bytes.get() & 0xff;
      case BOOL -> bytes.get() == 0 ? 0 : 1;
      case F64, F32, F16, BF16 -> throw new IllegalStateException(this + " is not whole");
    };
  }
}
