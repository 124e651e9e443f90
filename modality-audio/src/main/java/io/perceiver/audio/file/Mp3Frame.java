package io.perceiver.audio.file;

import io.perceiver.audio.file.mpeg.FrameHeader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.Obuffer;
import org.jspecify.annotations.Nullable;

/** Decodes frames of one stream, one at a time, to floats. Used by one thread. */
final class Mp3Frame {
  // the library fills its tables when it meets its first frame, which two threads must not do at
  // once
  private static final Object TABLES = new Object();

  private final Decoder decoder = new Decoder();
  private final Output output = new Output();
  private final Single source = new Single();
  private @Nullable Bitstream bits;
  private boolean sounded;

  Mp3Frame() {
    decoder.setOutputBuffer(output);
  }

  /**
   * Decodes the next frame.
   *
   * @return (frame, channel)
   * @throws IllegalArgumentException if it needs another frame that is missing, or is damaged
   */
  float[] decode(FrameHeader header, byte[] frame) throws BitstreamException, DecoderException {
    output.begin(header);
    source.frame = new ByteArrayInputStream(frame);
    if (bits == null) {
      bits = new Bitstream(source);
      synchronized (TABLES) {
        decode(bits);
      }
    } else {
      decode(bits);
    }
    if (!output.isWhole()) {
      // a stream cut out of a longer one begins with frames whose bits lie before the cut
      if (sounded || !output.isEmpty()) {
        throw new IllegalArgumentException("a frame needs bits of another that is missing");
      }
      return output.samples;
    }
    sounded = true;
    return output.samples;
  }

  private void decode(Bitstream from) throws BitstreamException, DecoderException {
    Header read = from.readFrame();
    if (read == null) {
      throw new IllegalArgumentException("a frame does not have the length it declares");
    }
    decoder.decodeFrame(read, from);
    from.closeFrame();
  }

  /** The bytes of one frame, and then of the next: the library sees an end behind each. */
  private static final class Single extends InputStream {
    private InputStream frame = InputStream.nullInputStream();

    @Override
    public int read() throws IOException {
      return frame.read();
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
      return frame.read(bytes, from, count);
    }
  }

  /** Takes samples before they are clipped to 16 bits. */
  private static final class Output extends Obuffer {
    // the library's full scale
    private static final float SCALE = 1 / 32_700f;

    private float[] samples = {};
    private int channels = 1;
    private final int[] next = new int[MAXCHANNELS];

    void begin(FrameHeader header) {
      channels = header.channels();
      samples = new float[header.samples() * channels];
      for (int channel = 0; channel < channels; channel++) {
        next[channel] = channel;
      }
    }

    boolean isWhole() {
      return next[0] >= samples.length && (channels == 1 || next[1] >= samples.length);
    }

    boolean isEmpty() {
      return next[0] == 0;
    }

    @Override
    public void appendSamples(int channel, float[] block) {
      int at = next[channel];
      for (float sample : block) {
        samples[at] = sample * SCALE;
        at += channels;
      }
      next[channel] = at;
    }

    @Override
    public void append(int channel, short value) {
      samples[next[channel]] = value * SCALE;
      next[channel] += channels;
    }

    @Override
    public void write_buffer(int ignored) {}

    @Override
    public void close() {}

    @Override
    public void clear_buffer() {}

    @Override
    public void set_stop_flag() {}
  }
}
