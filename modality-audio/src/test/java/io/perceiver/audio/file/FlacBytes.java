package io.perceiver.audio.file;

import io.perceiver.api.MemorySource;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.BitSet;

/** Writes FLAC files of one channel at 8000 Hz, in ways that encoders seldom choose. */
final class FlacBytes {
  private static final int BITS = 24;

  private final ByteArrayOutputStream frames = new ByteArrayOutputStream();
  private final ByteArrayOutputStream pcm = new ByteArrayOutputStream();
  private int count;
  private int number;
  private long declared = -1;
  private byte[] md5;

  /** Bits in the making, the highest first. */
  private static final class Bits {
    private final BitSet set = new BitSet();
    private int length;

    Bits put(int width, long value) {
      for (int bit = width - 1; bit >= 0; bit--) {
        set.set(length++, (value >> bit & 1) == 1);
      }
      return this;
    }

    byte[] bytes() {
      byte[] bytes = new byte[(length + 7) / 8];
      for (int i = 0; i < length; i++) {
        bytes[i / 8] |= (byte) (set.get(i) ? 0x80 >> i % 8 : 0);
      }
      return bytes;
    }
  }

  /** Adds a frame whose samples are one escaped partition of so many bits each. */
  FlacBytes escaped(int width, int... samples) {
    Bits frame = header(samples.length);
    // fixed prediction of order 0; Rice coding; one partition; escaped
    frame.put(1, 0).put(6, 8).put(1, 0).put(2, 0).put(4, 0).put(4, 15).put(5, width);
    for (int sample : samples) {
      frame.put(width, sample);
    }
    return add(frame, samples);
  }

  /** Adds a frame of samples as they are, without so many lowest bits. */
  FlacBytes verbatim(int wasted, int... samples) {
    Bits frame = header(samples.length).put(1, 0).put(6, 1);
    frame.put(1, wasted > 0 ? 1 : 0).put(wasted, 1);
    for (int sample : samples) {
      frame.put(BITS - wasted, sample >> wasted);
    }
    return add(frame, samples);
  }

  private Bits header(int size) {
    // sizes of 8 bits, 8 kHz, mono, 24 bits
    Bits header = new Bits().put(16, 0xfff8).put(4, 6).put(4, 4).put(4, 0).put(3, 6).put(1, 0);
    header.put(8, number++).put(8, size - 1);
    return header.put(8, crc(header.bytes(), 8, 0x07));
  }

  private FlacBytes add(Bits frame, int... samples) {
    byte[] bytes = frame.bytes();
    frames.writeBytes(bytes);
    int crc = crc(bytes, 16, 0x8005);
    frames.write(crc >> 8);
    frames.write(crc);
    for (int sample : samples) {
      for (int part = 0; part < BITS; part += 8) {
        pcm.write(sample >> part);
      }
    }
    count += samples.length;
    return this;
  }

  private static int crc(byte[] bytes, int width, int polynomial) {
    int crc = 0;
    for (byte each : bytes) {
      crc ^= (each & 0xff) << (width - 8);
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc >> (width - 1) & 1) == 0 ? crc << 1 : crc << 1 ^ polynomial;
      }
      crc &= (1 << width) - 1;
    }
    return crc;
  }

  /** Declares another number of samples; 0 is unknown. */
  FlacBytes declaring(long samples) {
    declared = samples;
    return this;
  }

  /** Declares another digest; zeros are unknown. */
  FlacBytes digest(byte... bytes) {
    md5 = bytes;
    return this;
  }

  /** Leaves a frame's number out, as if it were lost. */
  FlacBytes losing() {
    number++;
    return this;
  }

  byte[] bytes() {
    Bits info = new Bits().put(32, 0x664c6143).put(32, 0x80000022L);
    info.put(16, 16).put(16, 65_535).put(48, 0).put(20, 8000).put(3, 0).put(5, BITS - 1);
    info.put(36, declared < 0 ? count : declared);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(info.bytes());
    try {
      file.writeBytes(
          md5 == null ? MessageDigest.getInstance("MD5").digest(pcm.toByteArray()) : md5);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
    file.writeBytes(frames.toByteArray());
    return file.toByteArray();
  }

  MemorySource source() {
    return new MemorySource("a.flac", bytes());
  }
}
