package io.perceiver.audio.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The sound formats read, told by their first bytes and never by a file's name. */
public enum SoundFormat {
  /** RIFF WAVE. */
  WAV(new WavDecoder(), "RIFF????WAVE");

  /** Bytes that tell every format. */
  static final int HEAD_BYTES = 12;

  private final FormatDecoder decoder;
  private final String signature;

  SoundFormat(FormatDecoder decoder, String signature) {
    this.decoder = decoder;
    this.signature = signature;
  }

  /** The format of a file, by its first bytes; empty where it is none of these. */
  public static Optional<SoundFormat> of(byte[] head) {
    return Arrays.stream(values()).filter(format -> format.matches(head)).findFirst();
  }

  private boolean matches(byte[] head) {
    byte[] expected = signature.getBytes(StandardCharsets.ISO_8859_1);
    if (head.length < expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (expected[i] != '?' && expected[i] != head[i]) {
        return false;
      }
    }
    return true;
  }

  FormatDecoder decoder() {
    return decoder;
  }
}
