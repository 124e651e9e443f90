package io.perceiver.audio.file;

import java.nio.charset.StandardCharsets;

/** Recognises what taggers put behind the sound: ID3, APE and Lyrics3 tags. */
final class Tags {
  /** Bytes that tell every tag. */
  static final int MARK_BYTES = 9;

  private static final String[] MARKS = {"TAG", "APETAGEX", "ID3", "LYRICSBEG"};

  private Tags() {}

  /** Returns whether bytes begin as a tag does. */
  static boolean beginsWithTag(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    for (String mark : MARKS) {
      if (text.startsWith(mark)) {
        return true;
      }
    }
    return false;
  }
}
