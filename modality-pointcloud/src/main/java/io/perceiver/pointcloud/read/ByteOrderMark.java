package io.perceiver.pointcloud.read;

/** The three bytes that some editors put before a text in UTF-8. */
public final class ByteOrderMark {
  private static final String BYTES = "\u00ef\u00bb\u00bf";

  private ByteOrderMark() {}

  /** Returns where the text of a file begins: after the mark, or at 0 if there is none. */
  public static int length(FileBytes file) {
    return file.has(0, BYTES) ? BYTES.length() : 0;
  }
}
