package io.perceiver.audio.file;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.file.mpeg.Frames;
import io.perceiver.audio.signal.Sound;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Decodes sound files. Thread-safe: every call has a decoder of its own. Files are read as streams
 * and no further than needed, so memory is bounded by the sound that is kept.
 *
 * @param channels 1 mixes all channels of a file to one, their mean; with more, files have exactly
 *     that many or one, which is copied
 * @param maxSeconds how much sound is kept, from the start
 */
public record SoundDecoder(int channels, double maxSeconds) {
  private static final int BUFFER_BYTES = 1 << 16;
  private static final String READABLE = "sounds are WAV, AIFF, AU, FLAC, MP3 or Ogg Vorbis files";

  /**
   * Returns the sound in a file, at the file's own rate.
   *
   * @throws UnreadableExampleException if the bytes are not a sound of a known format, are damaged
   *     or cut short, hold no sample, other channels than wanted, or values that are not numbers;
   *     says which
   * @throws IOException if the source cannot be read
   */
  public Sound decode(ExampleSource source) throws IOException {
    try (InputStream file = new BufferedInputStream(source.open(), BUFFER_BYTES)) {
      return decode(source.name(), file, maxSeconds).sound();
    }
  }

  /**
   * Takes a sound in memory, as one in a file is taken: in the channels wanted, and no longer than
   * wanted.
   *
   * @param name of the sound, for messages
   * @throws UnreadableExampleException if it holds no sample, other channels than wanted, or values
   *     that are not numbers; says which
   */
  public Sound take(String name, Sound sound) throws UnreadableExampleException {
    Recording recording = new Recording(name, SoundFormat.WAV, channels, maxSeconds);
    recording.begin(sound.rateHz(), sound.channels());
    float[] interleaved = new float[Math.multiplyExact(sound.frames(), sound.channels())];
    for (int channel = 0; channel < sound.channels(); channel++) {
      float[] samples = sound.channel(channel);
      for (int frame = 0; frame < samples.length; frame++) {
        interleaved[frame * sound.channels() + channel] = samples[frame];
      }
    }
    recording.add(interleaved, sound.frames());
    return recording.sound();
  }

  /**
   * Tells a file's format by its first bytes.
   *
   * @throws UnreadableExampleException if it is none that is read
   * @throws IOException if the source cannot be read
   */
  public String format(ExampleSource source) throws IOException {
    try (InputStream file = new BufferedInputStream(source.open(), BUFFER_BYTES)) {
      boolean tagged = Id3Tag.skipAll(file);
      return format(source.name(), file, tagged).toString();
    }
  }

  /**
   * Checks what the first bytes of a file tell: its format, and in most formats its rate and
   * channels. It refuses only what {@link #decode} refuses, as it is the same up to there.
   *
   * @param source for its name and size
   * @param head its first bytes
   * @throws UnreadableExampleException if the file is surely not readable; says why
   * @throws IOException if the size cannot be found out
   */
  public void checkHead(ExampleSource source, byte[] head) throws IOException {
    boolean whole = source.size() <= head.length;
    InputStream start = whole ? new ByteArrayInputStream(head) : new HeadStream(head);
    try (InputStream file = new BufferedInputStream(start, Math.max(1, head.length))) {
      // no sound is wanted, so decoders stop where it begins
      Recording recording = decode(source.name(), file, whole ? maxSeconds : 0);
      if (whole) {
        recording.sound();
      }
    } catch (HeadStream.HeadEnds undecided) {
      // whether the rest is readable shows when it is read
      return;
    }
  }

  private Recording decode(String name, InputStream file, double seconds) throws IOException {
    boolean tagged = Id3Tag.skipAll(file);
    SoundFormat format = format(name, file, tagged);
    Recording recording = new Recording(name, format, channels, seconds);
    try {
      format.decoder().decode(file, recording);
    } catch (RuntimeException damaged) {
      // decoders answer damaged files with exceptions of every kind, all of which mean the same
      // here
      throw recording.damaged(damaged);
    }
    return recording;
  }

  private static SoundFormat format(String name, InputStream file, boolean tagged)
      throws IOException {
    byte[] start = peek(file, SoundFormat.HEAD_BYTES);
    Optional<SoundFormat> format = SoundFormat.of(start);
    // text in UTF-16 may begin as a frame of MP3 does
    boolean certain = format.isPresent() && format.get() != SoundFormat.MP3;
    if (certain || (format.isPresent() && Frames.areNear(file))) {
      return format.get();
    }
    byte[] head = peek(file, FileKind.HEAD_BYTES);
    if (head.length == 0 && tagged) {
      throw new UnreadableExampleException(
          name, "is empty behind its ID3 tag, or the tag is longer than the file; " + READABLE);
    }
    FileKind kind = FileKind.of(head);
    boolean mayHide = head.length > 0 && mayHideFrames(kind, head);
    if (mayHide && (format.isPresent() || Frames.areNear(file))) {
      return SoundFormat.MP3;
    }
    throw kind.refused(name, READABLE);
  }

  /** Before the first frame of MP3 may lie zeros or the like, but not a file of another kind. */
  private static boolean mayHideFrames(FileKind kind, byte[] head) {
    return !kind.isKnown() || (head[0] == 0 && head[head.length / 2] == 0);
  }

  private static byte[] peek(InputStream file, int count) throws IOException {
    file.mark(count);
    byte[] head = file.readNBytes(count);
    file.reset();
    return head;
  }
}
