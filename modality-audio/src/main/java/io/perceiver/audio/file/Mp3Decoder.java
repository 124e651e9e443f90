package io.perceiver.audio.file;

import java.io.IOException;
import java.io.InputStream;
import javazoom.jl.decoder.Bitstream;
import javazoom.jl.decoder.BitstreamException;
import javazoom.jl.decoder.Decoder;
import javazoom.jl.decoder.DecoderException;
import javazoom.jl.decoder.Header;
import javazoom.jl.decoder.SampleBuffer;

/**
 * MPEG audio of layers 1 to 3 by JLayer. What encoder and decoder put before the first sample,
 * about a tenth of a second, stays: no header says how long it is. So does a frame that tells the
 * length of the file and decodes to silence.
 */
final class Mp3Decoder implements FormatDecoder {
  private static final float SCALE = 1f / 0x8000;

  // the library fills its tables when it meets its first frame, which two threads must not do at
  // once
  private static final Object TABLES = new Object();

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    try {
      Bitstream bits = new Bitstream(file);
      Decoder decoder = new Decoder();
      Header header = bits.readFrame();
      if (header != null) {
        synchronized (TABLES) {
          deliver(header, bits, decoder, recording);
        }
        header = bits.readFrame();
      }
      while (header != null && !recording.isFull()) {
        deliver(header, bits, decoder, recording);
        header = bits.readFrame();
      }
    } catch (BitstreamException | DecoderException damaged) {
      throw recording.damaged(damaged);
    }
  }

  private static void deliver(Header header, Bitstream bits, Decoder decoder, Recording recording)
      throws IOException, DecoderException {
    SampleBuffer frame = (SampleBuffer) decoder.decodeFrame(header, bits);
    bits.closeFrame();
    int channels = frame.getChannelCount();
    recording.begin(frame.getSampleFrequency(), channels);
    short[] decoded = frame.getBuffer();
    float[] samples = new float[frame.getBufferLength()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = decoded[i] * SCALE;
    }
    recording.add(samples, samples.length / channels);
  }
}
