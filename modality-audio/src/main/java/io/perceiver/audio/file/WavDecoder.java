package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** WAV: the chunk {@code fmt } says how samples are stored, {@code data} holds them. */
final class WavDecoder implements FormatDecoder {
  private static final int BLOCK_BYTES = 1 << 16;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    RiffChunks chunks = new RiffChunks(file);
    WavFormat format = null;
    while (chunks.next()) {
      if (chunks.id().equals("fmt ")) {
        format = format(chunks, recording);
      } else if (chunks.id().equals("data")) {
        samples(chunks, format, recording);
        return;
      }
    }
    throw recording.refused("ends after " + chunks.place() + " bytes without a data chunk");
  }

  private static WavFormat format(RiffChunks chunks, Recording recording) throws IOException {
    byte[] chunk = chunks.read(WavFormat.LONGEST);
    if (chunk.length < Math.min(WavFormat.LONGEST, chunks.size())) {
      throw cutShort("fmt", chunks.size(), chunk.length, recording);
    }
    return WavFormat.of(chunk, recording);
  }

  private static UnreadableExampleException cutShort(
      String chunk, long declared, long held, Recording recording) {
    return recording.refused(
        "cut short, its %s chunk declares %d bytes, but the file holds %d of them"
            .formatted(chunk, declared, held));
  }

  private static void samples(RiffChunks chunks, @Nullable WavFormat format, Recording recording)
      throws IOException {
    if (format == null) {
      throw recording.refused("its data chunk comes before its fmt chunk, so samples mean nothing");
    }
    recording.begin(format.rateHz(), format.channels());
    boolean openEnded = chunks.isOpenEnded();
    int frameBytes = format.frameBytes();
    int most = Math.max(1, BLOCK_BYTES / frameBytes) * frameBytes;
    float[] samples = new float[most / format.encoding().bytes()];
    long held = 0;
    boolean ended = false;
    while (!ended && !recording.isFull()) {
      byte[] block = chunks.read(most);
      held += block.length;
      format.encoding().decode(block, samples);
      recording.add(samples, block.length / frameBytes);
      ended = block.length < most;
    }
    if (!openEnded && held < chunks.size() && !recording.isFull()) {
      throw cutShort("data", chunks.size(), held, recording);
    }
  }
}
