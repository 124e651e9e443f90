package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes WAV: RIFF, RIFX with the big end first, and RF64 and BW64 with sizes of 64 bits. The
 * chunk {@code fmt } says how samples are stored, {@code data} holds them, {@code fact} may count
 * them.
 */
final class WavDecoder implements FormatDecoder {
  // what programs write that cannot go back to correct the size
  private static final long[] OPEN_ENDS = {0x7fff_f000L, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL};

  private static final long IN_DS64 = 0xffff_ffffL;
  private static final int DS64_BYTES = 24;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    file.mark(4);
    boolean big = file.readNBytes(4)[3] == 'X';
    file.reset();
    ByteOrder order = big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    Chunks chunks = new Chunks(file, order);
    boolean is64 = chunks.fileId().endsWith("64");
    WavFormat format = null;
    long counted = 0;
    long wide = 0;
    while (chunks.next()) {
      switch (chunks.id()) {
        case "fmt " -> format = format(chunks, order, recording);
        case "fact" -> counted = counted(chunks, order, counted);
        case "ds64" -> {
          ByteBuffer sizes = sizes(chunks, recording);
          wide = is64 ? sizes.getLong(8) : 0;
          counted = is64 ? sizes.getLong(16) : counted;
        }
        case "data" -> {
          if (is64 && chunks.size() == IN_DS64 && wide > 0) {
            chunks.resize(wide);
          }
          samples(chunks, format, counted, recording);
          return;
        }
        default -> {}
      }
    }
    throw recording.refused("ends after " + chunks.place() + " bytes without a data chunk");
  }

  private static WavFormat format(Chunks chunks, ByteOrder order, Recording recording)
      throws IOException {
    byte[] chunk = chunks.read(WavFormat.LONGEST);
    if (chunk.length < Math.min(WavFormat.LONGEST, chunks.size())) {
      throw cutShort("fmt", chunks.size(), chunk.length, recording);
    }
    return WavFormat.of(chunk, order, recording);
  }

  /** Samples of each channel, as the chunk {@code fact} counts them; 0 if it does not. */
  private static long counted(Chunks chunks, ByteOrder order, long before) throws IOException {
    byte[] chunk = chunks.read(4);
    long count = chunk.length < 4 ? 0 : ByteBuffer.wrap(chunk).order(order).getInt() & 0xffff_ffffL;
    return count == IN_DS64 ? before : count;
  }

  private static ByteBuffer sizes(Chunks chunks, Recording recording) throws IOException {
    byte[] chunk = chunks.read(DS64_BYTES);
    if (chunk.length < DS64_BYTES) {
      throw cutShort("ds64", DS64_BYTES, chunk.length, recording);
    }
    return ByteBuffer.wrap(chunk).order(ByteOrder.LITTLE_ENDIAN);
  }

  private static UnreadableExampleException cutShort(
      String chunk, long declared, long held, Recording recording) {
    return recording.refused(
        "cut short, its %s chunk declares %d bytes, but the file holds %d of them"
            .formatted(chunk, declared, held));
  }

  private static void samples(
      Chunks chunks, @Nullable WavFormat format, long counted, Recording recording)
      throws IOException {
    if (format == null) {
      throw recording.refused("its data chunk comes before its fmt chunk, so samples mean nothing");
    }
    PcmData data = format.data();
    recording.begin(format.rateHz(), data.channels());
    long declared = chunks.size();
    boolean openEnded = isOpenEnded(chunks, data.frameBytes());
    if (openEnded) {
      chunks.resize(Long.MAX_VALUE);
    }
    long held = data.record(chunks::read, recording);
    if (recording.isFull()) {
      return;
    }
    if (!openEnded && held < declared) {
      throw cutShort("data", declared, held, recording);
    }
    data.checkWhole(held, recording);
    if (!openEnded) {
      checkCount(counted, held / data.frameBytes(), data.channels(), recording);
      checkRest(chunks, recording);
    }
  }

  /** Programs that write to a pipe leave a size that is too large, or none. */
  private static boolean isOpenEnded(Chunks chunks, int frameBytes) throws IOException {
    if (chunks.size() == 0) {
      return !chunks.isChunkNext();
    }
    for (long end : OPEN_ENDS) {
      // some round it down to whole frames, some leave room for the header
      boolean ends = end - chunks.size() >= 0 && end - chunks.size() < frameBytes;
      boolean fits = chunks.declared() == end && chunks.place() - 8 + chunks.size() == end;
      if (ends || fits) {
        return true;
      }
    }
    return false;
  }

  private static void checkCount(long counted, long frames, int channels, Recording recording)
      throws UnreadableExampleException {
    // some writers count the samples of all channels
    if (counted != 0 && counted != frames && counted != frames * channels) {
      throw recording.refused(
          "its fact or ds64 chunk tells of %d samples, but its data chunk holds %d"
              .formatted(counted, frames));
    }
  }

  private static void checkRest(Chunks chunks, Recording recording) throws IOException {
    while (chunks.place() < chunks.declared() && chunks.next()) {
      if (chunks.id().equals("data")) {
        throw recording.refused("holds two data chunks; only one is read");
      }
    }
  }
}
