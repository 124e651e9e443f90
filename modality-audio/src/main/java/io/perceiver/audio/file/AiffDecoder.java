package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Decodes AIFF and AIFF-C without compression: the chunk {@code COMM} says how samples are stored,
 * {@code SSND} holds them.
 */
final class AiffDecoder implements FormatDecoder {
  private static final int SSND_HEADER_BYTES = 8;

  // what SoX writes to a pipe, in place of the bytes of samples
  private static final long OPEN_END = 0x7f00_0000L;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    Chunks chunks = new Chunks(file, ByteOrder.BIG_ENDIAN);
    AiffFormat format = null;
    while (chunks.next()) {
      if (chunks.id().equals("COMM")) {
        format = AiffFormat.of(chunks.read(AiffFormat.LONGEST), recording);
      } else if (chunks.id().equals("SSND")) {
        samples(chunks, format, recording);
        return;
      }
    }
    if (format == null || format.frames() > 0) {
      throw recording.refused("ends after " + chunks.place() + " bytes without an SSND chunk");
    }
  }

  private static void samples(Chunks chunks, @Nullable AiffFormat format, Recording recording)
      throws IOException {
    if (format == null) {
      throw recording.refused(
          "its SSND chunk comes before its COMM chunk; convert it, as with 'ffmpeg -i IN OUT.wav'");
    }
    PcmData data = format.data();
    recording.begin(format.rateHz(), data.channels());
    boolean unknown = chunks.size() == 0 && chunks.declared() == 0;
    if (unknown) {
      chunks.resize(Long.MAX_VALUE);
    }
    byte[] header = chunks.read(SSND_HEADER_BYTES);
    long offset =
        header.length < SSND_HEADER_BYTES ? 0 : ByteBuffer.wrap(header).getInt() & 0xffff_ffffL;
    long declared = chunks.size() - SSND_HEADER_BYTES - offset;
    if (declared < 0 || chunks.skip(offset) < offset) {
      throw recording.refused(
          "its SSND chunk of %d bytes has sound from byte %d on"
              .formatted(chunks.size(), SSND_HEADER_BYTES + offset));
    }
    long promised = format.frames() * data.frameBytes();
    boolean openEnded = unknown || isOpenEnd(promised, data) || isOpenEnd(declared, data);
    if (openEnded) {
      chunks.resize(Long.MAX_VALUE);
    } else {
      checkSizes(format, declared, recording);
      chunks.resize(promised);
    }
    long held = data.record(chunks::read, recording);
    if (!openEnded && !recording.isFull() && held < promised) {
      throw cutShort(promised, held, recording);
    }
    if (openEnded && !recording.isFull()) {
      data.checkWhole(held, recording);
    }
  }

  private static boolean isOpenEnd(long bytes, PcmData data) {
    return Math.abs(bytes - OPEN_END) < data.frameBytes() + SSND_HEADER_BYTES;
  }

  /** The chunk may end with one byte that makes its size even. */
  private static void checkSizes(AiffFormat format, long declared, Recording recording)
      throws UnreadableExampleException {
    long promised = format.frames() * format.data().frameBytes();
    if (promised != declared && promised + 1 != declared) {
      throw recording.refused(
          "its COMM chunk tells of %d samples, which take %d bytes, but its SSND chunk has %d"
              .formatted(format.frames(), promised, declared));
    }
  }

  private static UnreadableExampleException cutShort(
      long promised, long held, Recording recording) {
    return recording.refused(
        "cut short, its SSND chunk declares %d bytes of sound, but the file holds %d of them"
            .formatted(promised, held));
  }
}
