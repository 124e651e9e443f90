package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import org.jflac.ChannelData;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * FLAC by jFLAC. The blocks of metadata are skipped here, except the first, which says what the
 * samples are: the library would hold pictures and tables in memory.
 */
final class FlacDecoder implements FormatDecoder {
  private static final int MARK_BYTES = 4;
  private static final int BLOCK_HEADER_BYTES = 4;
  private static final int STREAM_INFO_BYTES = 34;
  private static final int LAST = 0x80;
  private static final int TOTAL_SAMPLES = 10;
  private static final long TOTAL_SAMPLES_MASK = (1L << 36) - 1;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    byte[] head = head(file, recording);
    skipMetadata(file, (head[MARK_BYTES] & LAST) != 0, recording);
    head[MARK_BYTES] |= (byte) LAST;
    long declared =
        ByteBuffer.wrap(head).getLong(MARK_BYTES + BLOCK_HEADER_BYTES + TOTAL_SAMPLES)
            & TOTAL_SAMPLES_MASK;
    FLACDecoder decoder =
        new FLACDecoder(new SequenceInputStream(new ByteArrayInputStream(head), file));
    decoder.addFrameListener(new Complaints());
    decoder.readMetadata();
    long held = 0;
    // 0 declares nothing
    while (!recording.isFull() && (declared == 0 || held < declared)) {
      Frame frame = nextFrame(decoder, recording);
      if (frame == null) {
        checkComplete(declared, held, recording);
        return;
      }
      held += frame.header.blockSize;
      deliver(frame, decoder.getChannelData(), recording);
    }
  }

  private static @Nullable Frame nextFrame(FLACDecoder decoder, Recording recording)
      throws UnreadableExampleException {
    try {
      return decoder.readNextFrame();
    } catch (IOException damaged) {
      // the library throws it for what it cannot parse
      throw recording.damaged(damaged);
    }
  }

  /** The mark {@code fLaC} and the block STREAMINFO with its header. */
  private static byte[] head(InputStream file, Recording recording) throws IOException {
    byte[] head = file.readNBytes(MARK_BYTES + BLOCK_HEADER_BYTES + STREAM_INFO_BYTES);
    boolean whole = head.length == MARK_BYTES + BLOCK_HEADER_BYTES + STREAM_INFO_BYTES;
    if (!whole
        || (head[MARK_BYTES] & ~LAST) != 0
        || length(head, MARK_BYTES) != STREAM_INFO_BYTES) {
      throw recording.refused(
          "does not begin with the "
              + STREAM_INFO_BYTES
              + " bytes that every FLAC file begins with");
    }
    return head;
  }

  private static int length(byte[] bytes, int header) {
    return (bytes[header + 1] & 0xff) << 16
        | (bytes[header + 2] & 0xff) << 8
        | (bytes[header + 3] & 0xff);
  }

  private static void skipMetadata(InputStream file, boolean none, Recording recording)
      throws IOException {
    boolean last = none;
    while (!last) {
      byte[] header = file.readNBytes(BLOCK_HEADER_BYTES);
      int length = header.length < BLOCK_HEADER_BYTES ? 1 : length(header, 0);
      long skipped = header.length < BLOCK_HEADER_BYTES ? 0 : Skip.upTo(file, length);
      if (skipped < length) {
        throw recording.refused("cut short, it ends inside its metadata");
      }
      last = (header[0] & LAST) != 0;
    }
  }

  private static void deliver(Frame frame, ChannelData[] channels, Recording recording)
      throws UnreadableExampleException {
    int count = frame.header.channels;
    recording.begin(frame.header.sampleRate, count);
    float scale = 1f / (1L << (frame.header.bitsPerSample - 1));
    float[] samples = new float[frame.header.blockSize * count];
    for (int channel = 0; channel < count; channel++) {
      int[] output = channels[channel].getOutput();
      for (int i = 0; i < frame.header.blockSize; i++) {
        samples[i * count + channel] = output[i] * scale;
      }
    }
    recording.add(samples, frame.header.blockSize);
  }

  private static void checkComplete(long declared, long held, Recording recording)
      throws UnreadableExampleException {
    if (held < declared) {
      throw recording.refused(
          "cut short, it declares %d samples, but holds %d".formatted(declared, held));
    }
  }

  /** Left alone, the library goes on after damage, with silence or in circles. */
  private static final class Complaints implements FrameListener {
    @Override
    public void processMetadata(Metadata metadata) {}

    @Override
    public void processFrame(Frame frame) {}

    @Override
    public void processError(String message) {
      throw new IllegalArgumentException(message.strip());
    }
  }
}
