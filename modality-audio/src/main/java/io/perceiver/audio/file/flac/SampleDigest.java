package io.perceiver.audio.file.flac;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The MD5 digest that STREAMINFO stores: over all samples, channel by channel in each frame,
 * signed, little end first, in as many whole bytes as their bits take. Used by one thread.
 */
public final class SampleDigest {
  private final MessageDigest md5;
  private final int bytes;
  private byte[] block = new byte[0];

  /** Creates a digest of no samples yet. */
  public SampleDigest(int bits) {
    this.bytes = (bits + 7) / 8;
    try {
      this.md5 = MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has MD5", e);
    }
  }

  /** Adds samples of all channels. */
  public void add(long[][] channels, int count) {
    int frameBytes = bytes * channels.length;
    if (block.length < count * frameBytes) {
      block = new byte[count * frameBytes];
    }
    for (int channel = 0; channel < channels.length; channel++) {
      long[] samples = channels[channel];
      for (int part = 0; part < bytes; part++) {
        int at = channel * bytes + part;
        int shift = part * Byte.SIZE;
        for (int i = 0; i < count; i++) {
          block[at] = (byte) (samples[i] >> shift);
          at += frameBytes;
        }
      }
    }
    md5.update(block, 0, count * frameBytes);
  }

  /** Returns whether the samples added have this digest; to be asked once. */
  public boolean equalTo(byte[] digest) {
    return Arrays.equals(md5.digest(), digest);
  }
}
