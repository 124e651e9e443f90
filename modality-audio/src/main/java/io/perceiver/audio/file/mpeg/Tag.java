package io.perceiver.audio.file.mpeg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Tags between and behind frames: ID3 of both kinds, APE and Lyrics3. They are passed unread. */
final class Tag {
  static final int MARK_BYTES = 32;

  private static final int ID3V1_BYTES = 128;
  private static final int ID3V2_HEADER_BYTES = 10;
  private static final int APE_HEADER_BYTES = 32;
  private static final int APE_SIZE = 12;
  private static final int APE_IS_HEADER = 23;

  private Tag() {}

  /** Returns whether bytes begin as a tag does. */
  static boolean begins(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, 11), StandardCharsets.ISO_8859_1);
    return Stream.of("TAG", "ID3", "APETAGEX", "LYRICSBEGIN").anyMatch(text::startsWith);
  }

  /** Passes the tag that begins here. */
  static void skip(Lookahead stream) throws IOException {
    byte[] head = stream.peek(MARK_BYTES);
    stream.skip(
        switch (head[0]) {
          case 'T' -> ID3V1_BYTES;
          case 'I' -> id3v2(head);
          case 'A' -> ape(head);
          // its length stands at its end
          default -> "LYRICSBEGIN".length();
        });
  }

  private static long id3v2(byte[] head) {
    if (head.length < ID3V2_HEADER_BYTES) {
      return head.length;
    }
    int footer = (head[5] & 0x10) == 0 ? 0 : ID3V2_HEADER_BYTES;
    int size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9];
    return (long) ID3V2_HEADER_BYTES + footer + Math.max(0, size);
  }

  private static long ape(byte[] head) {
    if (head.length < APE_HEADER_BYTES) {
      return head.length;
    }
    // the size counts the items and the footer, but not the header
    ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    boolean isHeader = (fields.get(APE_IS_HEADER) & 0x20) != 0;
    return APE_HEADER_BYTES + (isHeader ? fields.getInt(APE_SIZE) & 0xffff_ffffL : 0);
  }
}
