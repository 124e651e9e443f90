package io.perceiver.audio.file;

import io.perceiver.api.MemorySource;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes WAV files, correct ones and others. */
public final class WavBytes {
  private static final byte[] SUB_FORMAT_REST = {
    0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xaa, 0, 0x38, (byte) 0x9b, 0x71
  };

  private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
  private long riffSize = -1;

  /** A file of 16-bit samples, (frame, channel). */
  public static byte[] of16Bits(int rateHz, int channels, float... interleaved) {
    byte[] data = new byte[2 * interleaved.length];
    ByteBuffer buffer = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : interleaved) {
      buffer.putShort((short) Math.max(-32768, Math.min(32767, Math.round(sample * 32768))));
    }
    return new WavBytes().format(1, channels, rateHz, 16).chunk("data", data).bytes();
  }

  /** A file of 32-bit floats, (frame, channel). */
  public static byte[] ofFloats(int rateHz, int channels, float... interleaved) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * interleaved.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : interleaved) {
      buffer.putFloat(sample);
    }
    return new WavBytes().format(3, channels, rateHz, 32).chunk("data", buffer.array()).bytes();
  }

  /** A plain fmt chunk. */
  public WavBytes format(int tag, int channels, int rateHz, int bits) {
    return format(tag, channels, rateHz, bits, channels * bits / 8);
  }

  /** A plain fmt chunk whose blocks may contradict the rest. */
  public WavBytes format(int tag, int channels, int rateHz, int bits, int frameBytes) {
    return chunk("fmt ", fields(16, tag, channels, rateHz, bits, frameBytes));
  }

  /** An extensible fmt chunk. */
  public WavBytes extensible(int tag, int channels, int rateHz, int bits, int validBits) {
    byte[] fields = fields(40, 0xfffe, channels, rateHz, bits, channels * bits / 8);
    ByteBuffer buffer = ByteBuffer.wrap(fields).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort(16, (short) 22).putShort(18, (short) validBits).putShort(24, (short) tag);
    buffer.put(26, SUB_FORMAT_REST);
    return chunk("fmt ", fields);
  }

  private static byte[] fields(
      int size, int tag, int channels, int rateHz, int bits, int frameBytes) {
    ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putShort((short) tag).putShort((short) channels).putInt(rateHz);
    buffer.putInt(rateHz * frameBytes).putShort((short) frameBytes).putShort((short) bits);
    return buffer.array();
  }

  /** A chunk of the right size, padded. */
  public WavBytes chunk(String id, byte... bytes) {
    return chunk(id, bytes.length, bytes);
  }

  /** A chunk that declares any size. */
  public WavBytes chunk(String id, long declared, byte[] bytes) {
    chunks.writeBytes(id.getBytes(StandardCharsets.ISO_8859_1));
    chunks.writeBytes(little((int) declared));
    chunks.writeBytes(bytes);
    if (bytes.length % 2 == 1) {
      chunks.write(0);
    }
    return this;
  }

  /** Declares another size of the whole. */
  public WavBytes declaring(long size) {
    riffSize = size;
    return this;
  }

  private static byte[] little(int value) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  /** The whole file. */
  public byte[] bytes() {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes("RIFF".getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(little((int) (riffSize < 0 ? chunks.size() + 4 : riffSize)));
    file.writeBytes("WAVE".getBytes(StandardCharsets.ISO_8859_1));
    file.writeBytes(chunks.toByteArray());
    return file.toByteArray();
  }

  /** The whole file as a source named {@code a.wav}. */
  public MemorySource source() {
    return new MemorySource("a.wav", bytes());
  }
}
