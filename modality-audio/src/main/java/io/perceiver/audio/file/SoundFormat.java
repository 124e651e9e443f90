package io.perceiver.audio.file;

import io.perceiver.audio.file.mpeg.FrameHeader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The sound formats read, told by their first bytes, behind ID3 tags, and never by a file's name.
 */
public enum SoundFormat {
  /** RIFF WAVE, big-endian RIFX, and RF64 or BW64 beyond 4 GiB. */
  WAV(
      new WavDecoder(),
      head ->
          Stream.of("RIFF", "RIFX", "RF64", "BW64").anyMatch(id -> begins(head, id + "????WAVE"))),

  /** Audio Interchange File Format, and AIFF-C without compression. */
  AIFF(new AiffDecoder(), head -> begins(head, "FORM????AIFF") || begins(head, "FORM????AIFC")),

  /** Sun's AU, the big or the little end first. */
  AU(
      new AuDecoder(),
      head -> begins(head, ".snd") || begins(head, "dns.") || begins(head, "\0ds.")),

  /** Free Lossless Audio Codec, in its own container. */
  FLAC(new FlacDecoder(), head -> begins(head, "fLaC")),

  /** Vorbis in Ogg. */
  OGG(new VorbisDecoder(), SoundFormat::beginsWithVorbis),

  /** MPEG-1 and MPEG-2 audio of layers 1 to 3. */
  MP3(new Mp3Decoder(), head -> FrameHeader.of(head).isPresent());

  /** Bytes that tell every format. */
  static final int HEAD_BYTES = 64;

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

  /** A page of Ogg has 28 bytes before its first packet; a Skeleton may come before the sound. */
  private static boolean beginsWithVorbis(byte[] head) {
    String page = "OggS" + "?".repeat(24);
    return begins(head, page + "\u0001vorbis") || begins(head, page + "fishead\0");
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

  FormatDecoder decoder() {
    return decoder;
  }
}
