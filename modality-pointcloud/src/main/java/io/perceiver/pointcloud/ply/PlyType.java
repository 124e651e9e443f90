package io.perceiver.pointcloud.ply;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The type of a number, by its old and its new name. */
enum PlyType {
  INT8(1, 0, Byte.MIN_VALUE, Byte.MAX_VALUE, "char", "int8"),
  UINT8(1, 255, 0, 255, "uchar", "uint8"),
  INT16(2, 0, Short.MIN_VALUE, Short.MAX_VALUE, "short", "int16"),
  UINT16(2, 65_535, 0, 65_535, "ushort", "uint16"),
  INT32(4, 0, Integer.MIN_VALUE, Integer.MAX_VALUE, "int", "int32"),
  UINT32(4, 0, 0, 0xffffffffL, "uint", "uint32"),
  FLOAT32(4, 0, 0, 0, "float", "float32"),
  FLOAT64(8, 0, 0, 0, "double", "float64");

  private final int bytes;
  private final int largest;
  private final long from;
  private final long to;
  private final List<String> names;

  PlyType(int bytes, int largest, long from, long to, String... names) {
    this.bytes = bytes;
    this.largest = largest;
    this.from = from;
    this.to = to;
    this.names = List.of(names);
  }

  static Optional<PlyType> named(String name) {
    return Stream.of(values()).filter(type -> type.names.contains(name)).findFirst();
  }

  /** Bytes of a number in binary files. */
  int bytes() {
    return bytes;
  }

  /** The number that stands for the whole, such as full red; 0 where the type does not tell. */
  int largest() {
    return largest;
  }

  boolean isWhole() {
    return this != FLOAT32 && this != FLOAT64;
  }

  /** Whether it can hold a number. */
  boolean holds(double number) {
    return !isWhole() || (number >= from && number <= to && number == Math.rint(number));
  }

  /** The next number of a binary file. */
  double read(ByteBuffer from) {
    return switch (this) {
      case INT8 -> from.get();
      case UINT8 -> from.get() & 0xff;
      case INT16 -> from.getShort();
      case UINT16 -> from.getShort() & 0xffff;
      case INT32 -> from.getInt();
      case UINT32 -> from.getInt() & 0xffffffffL;
      case FLOAT32 -> from.getFloat();
      case FLOAT64 -> from.getDouble();
    };
  }
}
