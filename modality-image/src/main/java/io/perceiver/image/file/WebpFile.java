package io.perceiver.image.file;

import io.perceiver.api.UnreadableExampleException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The chunks of a WebP file, or of one frame of an animation; of each kind the first. */
final class WebpFile {
  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int FRAME_HEADER = 16;

  private final String name;
  private final byte[] file;
  private final Map<String, int[]> chunks = new HashMap<>();

  private WebpFile(String name, byte[] file) {
    this.name = name;
    this.file = file;
  }

  static WebpFile walk(String name, byte[] file) throws UnreadableExampleException {
    WebpFile webp = new WebpFile(name, file);
    long size = file.length < RIFF_HEADER ? Long.MAX_VALUE : webp.u32(4) + CHUNK_HEADER;
    if (size > file.length) {
      throw webp.refused(
          "cut short, its header says " + size + " bytes, but it has " + file.length);
    }
    webp.chunks(RIFF_HEADER, (int) size);
    return webp;
  }

  private void chunks(int start, int end) throws UnreadableExampleException {
    int at = start;
    while (at + CHUNK_HEADER <= end) {
      String type = new String(file, at, 4, StandardCharsets.ISO_8859_1);
      long size = u32(at + 4);
      int body = at + CHUNK_HEADER;
      if (size > end - body) {
        throw refused(
            "cut short: the chunk "
                + type.strip()
                + " at byte "
                + at
                + " says "
                + size
                + " bytes, but "
                + (end - body)
                + " are left");
      }
      chunks.putIfAbsent(type, new int[] {body, (int) (body + size)});
      at = (int) Math.min(end, body + size + (size & 1));
    }
  }

  /** The chunks within the first frame of an animation. */
  WebpFile firstFrame() throws UnreadableExampleException {
    int[] frame = chunk("ANMF").orElseThrow(() -> refused("an animation without frames (ANMF)"));
    if (frame[1] - frame[0] < FRAME_HEADER) {
      throw refused("damaged: its first frame has no header");
    }
    WebpFile inside = new WebpFile(name, file);
    inside.chunks(frame[0] + FRAME_HEADER, frame[1]);
    return inside;
  }

  /** First and one past the last byte of a chunk's content. */
  Optional<int[]> chunk(String type) {
    return Optional.ofNullable(chunks.get(type));
  }

  long u32(int at) {
    return u24(at) | (file[at + 3] & 0xffL) << 24;
  }

  int u24(int at) {
    return (file[at] & 0xff) | (file[at + 1] & 0xff) << 8 | (file[at + 2] & 0xff) << 16;
  }

  UnreadableExampleException refused(String reason) {
    return new UnreadableExampleException(name, reason);
  }
}
