package io.perceiver.audio.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How WAV files store a sample, little end first; integers are scaled to [-1, 1). */
enum SampleEncoding {
  /** Unsigned, as only 8 bits are. */
  INT8(1, 1),

  /** Signed. */
  INT16(1, 2),

  /** Signed. */
  INT24(1, 3),

  /** Signed. */
  INT32(1, 4),

  /** IEEE 754, as it is. */
  FLOAT32(3, 4),

  /** IEEE 754, rounded to 32 bits. */
  FLOAT64(3, 8);

  private static final float INT8_SCALE = 1f / 0x80;
  private static final float INT16_SCALE = 1f / 0x8000;
  private static final float INT32_SCALE = 1f / 0x8000_0000L;

  private final int tag;
  private final int bytes;

  SampleEncoding(int tag, int bytes) {
    this.tag = tag;
    this.bytes = bytes;
  }

  /** By WAV's format tag, 1 for integers and 3 for floats; empty where there is none. */
  static Optional<SampleEncoding> of(int tag, int bits) {
    return Arrays.stream(values())
        .filter(encoding -> encoding.tag == tag && encoding.bytes * 8 == bits)
        .findFirst();
  }

  /** What there is, for messages. */
  static String allowed() {
    return Arrays.stream(values())
        .map(encoding -> encoding.tag + " of " + encoding.bytes * 8)
        .collect(Collectors.joining(", ", "", " bits (1 is integer PCM, 3 is float)"));
  }

  /** Bytes of a sample. */
  int bytes() {
    return bytes;
  }

  /** Decodes as many whole samples as the block holds; the array has room for them. */
  void decode(byte[] block, float[] samples) {
    ByteBuffer buffer = ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN);
    int count = block.length / bytes;
    for (int i = 0; i < count; i++) {
      samples[i] = decode(buffer, i * bytes);
    }
  }

  private float decode(ByteBuffer buffer, int at) {
    return switch (this) {
      case INT8 -> ((buffer.get(at) & 0xff) - 0x80) * INT8_SCALE;
      case INT16 -> buffer.getShort(at) * INT16_SCALE;
      case INT24 -> (buffer.getShort(at + 1) << 16 | (buffer.get(at) & 0xff) << 8) * INT32_SCALE;
      case INT32 -> buffer.getInt(at) * INT32_SCALE;
      case FLOAT32 -> buffer.getFloat(at);
      case FLOAT64 -> (float) buffer.getDouble(at);
    };
  }
}
