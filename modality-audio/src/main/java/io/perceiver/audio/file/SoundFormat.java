package io.perceiver.audio.file;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The sound formats read, told by their first bytes, behind ID3 tags, and never by a file's name.
 */
public enum SoundFormat {
  /** RIFF WAVE. */
  WAV(new WavDecoder(), head -> begins(head, "RIFF????WAVE")),

  /** Free Lossless Audio Codec, in its own container. */
  FLAC(new FlacDecoder(), head -> begins(head, "fLaC")),

  /** Vorbis in Ogg. */
  OGG(new VorbisDecoder(), head -> begins(head, "OggS")),

  /** MPEG-1 and MPEG-2 audio of layers 1 to 3. */
  MP3(new Mp3Decoder(), SoundFormat::beginsWithFrame);

  /** Bytes that tell every format. */
  static final int HEAD_BYTES = 12;

  private final FormatDecoder decoder;
  private final Predicate<byte[]> signature;

  SoundFormat(FormatDecoder decoder, Predicate<byte[]> signature) {
    this.decoder = decoder;
    this.signature = signature;
  }

  /** The format of a file, by its first bytes; empty where it is none of these. */
  public static Optional<SoundFormat> of(byte[] head) {
    return Arrays.stream(values()).filter(format -> format.signature.test(head)).findFirst();
  }

  private static boolean begins(byte[] head, String signature) {
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

  /** Eleven bits set, then a version, layer, bit rate and sample rate that exist. */
  private static boolean beginsWithFrame(byte[] head) {
    if (head.length < 4) {
      return false;
    }
    int header = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8;
    boolean synchronised = header >>> 21 == 0x7ff;
    boolean version = (header >> 19 & 3) != 1;
    boolean layer = (header >> 17 & 3) != 0;
    boolean rates = (header >> 12 & 15) != 15 && (header >> 10 & 3) != 3;
    return synchronised && version && layer && rates;
  }

  FormatDecoder decoder() {
    return decoder;
  }
}
