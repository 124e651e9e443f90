package io.perceiver.audio.file.mpeg;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * What an encoder wrote into a first frame without sound: the tag Xing or Info, with LAME's
 * extension, or Fraunhofer's VBRI.
 *
 * @param frames behind this one; 0 if unknown
 * @param bytes of all frames; 0 if unknown
 * @param delay samples that the encoder put before the sound; -1 if unknown
 * @param padding samples that it put behind the sound; -1 if unknown
 */
public record LengthTag(long frames, long bytes, int delay, int padding) {
  private static final int VBRI_AT = 36;
  private static final int VBRI_BYTES = 10;
  private static final int MARK_AND_FLAGS = 8;
  private static final int CONTENTS_BYTES = 100;
  private static final int DELAYS_BEHIND_ENCODER = 21;
  private static final Set<String> KNOWS_DELAYS = Set.of("LAME", "Lavf", "Lavc");
  private static final long UNSIGNED = 0xffff_ffffL;

  /** Reads the tag of a frame; empty if it has none. */
  static Optional<LengthTag> of(FrameHeader header, byte[] frame) {
    if (header.layer() != 3) {
      return Optional.empty();
    }
    int at = FrameHeader.BYTES + header.sideInfoBytes();
    // encoders do not move it for the checksum
    if (text(frame, at).equals("Xing") || text(frame, at).equals("Info")) {
      return Optional.of(xing(frame, at));
    }
    if (text(frame, VBRI_AT).equals("VBRI") && frame.length >= VBRI_AT + VBRI_BYTES + 8) {
      ByteBuffer fields = ByteBuffer.wrap(frame);
      long bytes = fields.getInt(VBRI_AT + VBRI_BYTES) & UNSIGNED;
      long frames = fields.getInt(VBRI_AT + VBRI_BYTES + 4) & UNSIGNED;
      return Optional.of(new LengthTag(frames, bytes, -1, -1));
    }
    return Optional.empty();
  }

  private static String text(byte[] frame, int at) {
    return at + 4 > frame.length ? "" : new String(frame, at, 4, StandardCharsets.ISO_8859_1);
  }

  private static LengthTag xing(byte[] frame, int from) {
    ByteBuffer fields = ByteBuffer.wrap(frame);
    int flags = from + MARK_AND_FLAGS > frame.length ? 0 : fields.getInt(from + 4);
    int at = from + MARK_AND_FLAGS;
    long[] lengths = new long[2];
    for (int i = 0; i < lengths.length; i++) {
      if ((flags >> i & 1) == 1 && at + 4 <= frame.length) {
        lengths[i] = fields.getInt(at) & UNSIGNED;
        at += 4;
      }
    }
    at += (flags & 4) == 0 ? 0 : CONTENTS_BYTES;
    at += (flags & 8) == 0 ? 0 : 4;
    int delays = at + DELAYS_BEHIND_ENCODER;
    if (!KNOWS_DELAYS.contains(text(frame, at)) || delays + 3 > frame.length) {
      return new LengthTag(lengths[0], lengths[1], -1, -1);
    }
    int both = fields.getInt(delays - 1) & 0xff_ffff;
    return new LengthTag(lengths[0], lengths[1], both >> 12, both & 0xfff);
  }

  /** Returns whether the frame says nothing of the file's length, as silence does. */
  boolean isEmpty() {
    return frames == 0 && bytes == 0;
  }
}
