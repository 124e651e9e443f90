package io.perceiver.audio.file;

import io.perceiver.api.UnreadableExampleException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Decodes Sun's AU: a header of six numbers, a comment, and samples. */
final class AuDecoder implements FormatDecoder {
  private static final int HEADER_BYTES = 24;
  private static final long UNKNOWN = 0xffff_ffffL;

  @Override
  public void decode(InputStream file, Recording recording) throws IOException {
    byte[] head = file.readNBytes(HEADER_BYTES);
    if (head.length < HEADER_BYTES) {
      throw recording.refused("cut short, it ends inside its header");
    }
    ByteOrder order = head[0] == '.' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    ByteBuffer fields = ByteBuffer.wrap(head).order(order);
    long from = fields.getInt(4) & UNKNOWN;
    long declared = fields.getInt(8) & UNKNOWN;
    int channels = fields.getInt(20);
    PcmData data =
        new PcmData(encoding(fields.getInt(12), recording), order, checked(channels, recording));
    recording.begin(fields.getInt(16), channels);
    if (from < HEADER_BYTES || Skip.upTo(file, from - HEADER_BYTES) < from - HEADER_BYTES) {
      throw recording.refused(
          "its sound begins at byte " + from + "; allowed: " + HEADER_BYTES + " up to its size");
    }
    read(file, data, declared == UNKNOWN || declared == 0 ? Long.MAX_VALUE : declared, recording);
  }

  private static void read(InputStream file, PcmData data, long declared, Recording recording)
      throws IOException {
    long[] left = {declared};
    long held =
        data.record(
            most -> {
              byte[] block = file.readNBytes((int) Math.min(most, left[0]));
              left[0] -= block.length;
              return block;
            },
            recording);
    if (recording.isFull()) {
      return;
    }
    if (declared != Long.MAX_VALUE && held < declared) {
      throw recording.refused(
          "cut short, it declares %d bytes of sound, but holds %d".formatted(declared, held));
    }
    data.checkWhole(held, recording);
  }

  private static int checked(int channels, Recording recording) throws UnreadableExampleException {
    if (channels < 1 || channels > 0xffff) {
      throw recording.refused(
          "declares %s channels; allowed: 1 to 65535"
              .formatted(Integer.toUnsignedString(channels)));
    }
    return channels;
  }

  private static SampleEncoding encoding(int code, Recording recording)
      throws UnreadableExampleException {
    SampleEncoding encoding = encoding(code);
    if (encoding == null) {
      throw recording.refused(
          "stores samples as AU's encoding %s; allowed: 1 (µ-law), 2 to 5 (integers), 6 and 7 (floats), 27 (A-law); convert it, as with 'ffmpeg -i IN OUT.wav'"
              .formatted(Integer.toUnsignedString(code)));
    }
    return encoding;
  }

  private static @Nullable SampleEncoding encoding(int code) {
    return switch (code) {
      case 1 -> SampleEncoding.U_LAW;
      case 2, 3, 4, 5 -> SampleEncoding.integers(code - 1);
      case 6 -> SampleEncoding.FLOAT32;
      case 7 -> SampleEncoding.FLOAT64;
      case 27 -> SampleEncoding.A_LAW;
      default -> null;
    };
  }
}
