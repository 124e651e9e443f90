package io.perceiver.internal.data.check;

import io.perceiver.api.ExampleSource;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes bytes, or the start of a source. */
final class SourceHash {
  private static final int BUFFER = 1 << 16;

  private SourceHash() {}

  /** SHA-256 of some bytes, in hexadecimal digits. */
  static String of(byte[] bytes) {
    return HexFormat.of().formatHex(sha256().digest(bytes));
  }

  /**
   * SHA-256 of the first bytes of a source.
   *
   * @param most bytes read; {@link Long#MAX_VALUE} for all
   */
  static String of(ExampleSource source, long most) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = new DigestInputStream(source.open(), digest)) {
      long left = most;
      int count = 0;
      while (left > 0 && count >= 0) {
        count = in.read(buffer, 0, (int) Math.min(left, BUFFER));
        left -= Math.max(0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
