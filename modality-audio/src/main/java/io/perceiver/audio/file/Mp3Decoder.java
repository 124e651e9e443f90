package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.audio.file.mpeg.FrameHeader;
import io.perceiver.audio.file.mpeg.Frames;
import io.perceiver.audio.file.mpeg.LengthTag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.DecoderException;

/**
 * Decodes MPEG audio of layers 1 to 3 by JLayer, which is given one frame after another: left
 * alone, it passes over damage, changes of rate and last frames without a word. If the file's first
 * frame tells how much the encoder put before and behind the sound, that is taken off, and with it
 * the decoder's own delay.
 */
final class Mp3Decoder implements FormatDecoder {
  // what every decoder puts before the sound (the filter banks' delay)
  private static final int DECODER_DELAY = 528 + 1;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    Frames frames = new Frames(file);
    Optional<LengthTag> tag = frames.begin();
    boolean trimmed = tag.isPresent() && tag.get().delay() >= 0;
    Trimmed sound =
        new Trimmed(
            recording,
            trimmed ? tag.get().delay() + DECODER_DELAY : 0,
            trimmed && tag.get().frames() > 0
                ? end(tag.get(), frames.header().samples())
                : Long.MAX_VALUE);
    Mp3Frame decoder = new Mp3Frame();
    try {
      byte[] frame = frames.next();
      while (frame != null && !sound.isFull()) {
        checkLayer(frames.header(), recording);
        recording.begin(frames.header().rateHz(), frames.header().channels());
        float[] samples = decoder.decode(frames.header(), frame);
        sound.add(samples, frames.header().channels());
        frame = frames.next();
      }
      if (frame == null) {
        frames.checkLength();
      }
    } catch (BitstreamException | DecoderException damaged) {
      throw recording.damaged(damaged);
    }
  }

  /** The library takes frames of layers 1 and 2 for half as long as they are, except in MPEG-1. */
  private static void checkLayer(FrameHeader header, Recording recording)
      throws UnreadableExampleException {
    if (header.layer() < 3 && header.version() > 1) {
      throw recording.refused(
          "is " + header + " sound, which is not read; convert it, as with 'ffmpeg -i IN OUT.wav'");
    }
  }

  /**
   * Returns where the sound ends, in samples decoded; padding shorter than the delay was never
   * decoded.
   */
  private static long end(LengthTag tag, int samplesPerFrame) {
    long decoded = tag.frames() * samplesPerFrame;
    return Math.min(decoded, decoded - tag.padding() + DECODER_DELAY);
  }
}
