package io.perceiver.audio.file;

import io.perceiver.api.MemorySource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Arrays;

/**
 * Encoded sounds among the test resources, all made for these tests: sines of 440 Hz and half of
 * full scale, and where there is a second channel, of 1000 Hz and 0.3.
 */
final class StoredSounds {
  private StoredSounds() {}

  static MemorySource source(String name) {
    return new MemorySource(name, bytes(name));
  }

  static byte[] bytes(String name) {
    try (InputStream stream = StoredSounds.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Samples of 16 bits, little end first, as a reference decoder gives them; by channel. */
  static float[][] reference(String name, int channels) {
    ShortBuffer stored =
        ByteBuffer.wrap(bytes(name)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    float[][] samples = new float[channels][stored.remaining() / channels];
    for (int i = 0; i < stored.capacity(); i++) {
      samples[i % channels][i / channels] = stored.get(i) / 32_768f;
    }
    return samples;
  }

  /** Files behind each other. */
  static MemorySource joined(String name, byte[]... files) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] file : files) {
      all.writeBytes(file);
    }
    return new MemorySource(name, all.toByteArray());
  }

  /** The file with bytes replaced from an index on. */
  static MemorySource patched(String name, int at, int... values) {
    byte[] file = bytes(name);
    for (int i = 0; i < values.length; i++) {
      file[at + i] = (byte) values[i];
    }
    return new MemorySource(name, file);
  }

  /** The file with a tag of so many bytes, as declared, before it. */
  static MemorySource tagged(String name, int declared, int held) {
    byte[] file = bytes(name);
    byte[] tag = new byte[10 + held];
    byte[] mark = {'I', 'D', '3', 4, 0, 0};
    System.arraycopy(mark, 0, tag, 0, mark.length);
    for (int i = 0; i < 4; i++) {
      tag[6 + i] = (byte) (declared >> (7 * (3 - i)) & 0x7f);
    }
    byte[] both = Arrays.copyOf(tag, tag.length + file.length);
    System.arraycopy(file, 0, both, tag.length, file.length);
    return new MemorySource(name, both);
  }
}
