package io.perceiver.audio.file;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.signal.Sound;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;

/**
 * Decodes sound files. Thread-safe: every call has a decoder of its own. Files are read as streams
 * and no further than needed, so memory is bounded by the sound that is kept.
 *
 * @param channels 1 mixes all channels of a file to one, their mean; with more, files have exactly
 *     so many or one, which is copied
 * @param maxSeconds how much sound is kept, from the start
 */
public record SoundDecoder(int channels, double maxSeconds) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final int SHOWN_BYTES = 8;

  /**
   * The sound in a file, at the file's own rate.
   *
   * @throws UnreadableExampleException if the bytes are no sound of a known format, are damaged or
   *     cut short, or hold no sample, other channels or values that are no numbers; says which
   * @throws IOException if the bytes cannot be had
   */
  public Sound decode(ExampleSource source) throws IOException {
    try (InputStream file = new BufferedInputStream(source.open(), BUFFER_BYTES)) {
      Id3Tag.skipAll(file);
      file.mark(SoundFormat.HEAD_BYTES);
      byte[] head = file.readNBytes(SoundFormat.HEAD_BYTES);
      file.reset();
      SoundFormat format = SoundFormat.of(head).orElseThrow(() -> unknown(source, head));
      Recording recording = new Recording(source.name(), format, channels, maxSeconds);
      decode(format, file, recording);
      return recording.sound();
    }
  }

  private static void decode(SoundFormat format, InputStream file, Recording recording)
      throws IOException {
    try {
      format.decoder().decode(file, recording);
    } catch (RuntimeException damaged) {
      // decoders answer damaged files with exceptions of every kind, all of which mean the same
      // here
      throw recording.damaged(damaged);
    }
  }

  private static UnreadableExampleException unknown(ExampleSource source, byte[] head) {
    String found =
        head.length == 0
            ? "the file is empty, or empty behind its ID3 tag"
            : "not a sound, it begins with the bytes "
                + HexFormat.ofDelimiter(" ").formatHex(head, 0, Math.min(SHOWN_BYTES, head.length));
    return new UnreadableExampleException(
        source.name(), found + "; sounds are WAV, FLAC, MP3 or Ogg Vorbis files");
  }
}
