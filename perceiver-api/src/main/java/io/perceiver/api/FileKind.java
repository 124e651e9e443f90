package io.perceiver.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apiguardian.api.API;

/**
 * The kind of a file that a reader cannot read, as its first bytes show it, with advice on what to
 * do. It has a format's name only if the bytes are of that format; any other file is shown as text
 * or bytes.
 *
 * <pre>{@code
 * void refuse(ExampleSource source) throws IOException {
 *   FileKind kind = FileKind.of(FileKind.head(source));
 *   throw kind.refused(source.name(), "images are PNG, JPEG or WebP files");
 * }
 * }</pre>
 *
 * @param name what the file is, to follow "is", such as {@code a Git LFS pointer}
 * @param advice what to do, without a full stop; empty if nothing is known to help
 * @param isKnown whether the file is certainly that, and not just some text or some bytes
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record FileKind(String name, String advice, boolean isKnown) {
  /** Number of bytes from the start of a file that identify every known kind. */
  public static final int HEAD_BYTES = 1024;

  private static final int SHOWN_BYTES = 8;
  private static final int SHOWN_TEXT = 40;
  private static final int LAS_POINT_FORMAT = 104;
  private static final int LAZ_COMPRESSED = 0x80;
  private static final Pattern JSON_START =
      Pattern.compile("[{\\[]\\s*[\"{\\[\\]}0-9-].*", Pattern.DOTALL);

  /**
   * Reads the bytes that identify a source's kind, {@value #HEAD_BYTES} or all of a shorter one.
   *
   * @throws IOException if the source cannot be read
   */
  public static byte[] head(ExampleSource source) throws IOException {
    try (InputStream in = source.open()) {
      return in.readNBytes(HEAD_BYTES);
    }
  }

  /**
   * Identifies a file.
   *
   * @param bytes its first bytes, at least {@value #HEAD_BYTES} or all of a shorter file; further
   *     bytes are ignored
   */
  public static FileKind of(byte[] bytes) {
    byte[] head = bytes.length > HEAD_BYTES ? Arrays.copyOf(bytes, HEAD_BYTES) : bytes;
    if (head.length == 0) {
      return new FileKind("empty", "", true);
    }
    if (isZero(head)) {
      return new FileKind(
          "nothing but zero bytes at its start, as an interrupted download leaves it",
          Signature.FETCH_AGAIN,
          true);
    }
    if (isLaz(head)) {
      return new FileKind(
          "a LAZ file (compressed LAS)", "convert it, as with 'pdal translate IN OUT.las'", true);
    }
    return Signature.among(Signature.BYTES, head).orElseGet(() -> text(head));
  }

  /**
   * Returns an exception, to be thrown, that tells the user what the file is.
   *
   * @param source the source's name
   * @param readable what is read, such as {@code images are PNG or JPEG files}
   */
  public UnreadableExampleException refused(String source, String readable) {
    return new UnreadableExampleException(source, "is " + this + "; " + readable);
  }

  @Override
  public String toString() {
    return advice.isEmpty() ? name : name + " (" + advice + ")";
  }

  private static FileKind text(byte[] head) {
    if (head.length >= 2
        && (head[0] & 0xff) + (head[1] & 0xff) == 0xff + 0xfe
        && (head[0] == -1 || head[1] == -1)) {
      return new FileKind("text in UTF-16", "save it as UTF-8", true);
    }
    String start = new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").stripLeading();
    byte[] lower = start.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.ISO_8859_1);
    Optional<FileKind> known = Signature.among(Signature.TEXTS, lower);
    if (known.isPresent()) {
      return known.get();
    }
    if (!isText(start)) {
      return new FileKind(
          "of no known kind, it begins with the bytes "
              + HexFormat.ofDelimiter(" ")
                  .formatHex(Arrays.copyOf(head, Math.min(SHOWN_BYTES, head.length))),
          "",
          false);
    }
    String line = start.lines().findFirst().orElse("").strip();
    String shown = line.length() <= SHOWN_TEXT ? line : line.substring(0, SHOWN_TEXT) + "…";
    return JSON_START.matcher(start).matches()
        ? new FileKind(
            "JSON, it begins with '" + shown + "'",
            "if a server sent it in place of the file, " + Signature.FETCH_AGAIN,
            true)
        : new FileKind("text, it begins with '" + shown + "'", "", false);
  }

  /** UTF-8 without control characters; the last character may be cut off. */
  private static boolean isText(String decoded) {
    int broken = decoded.indexOf('\ufffd');
    return (broken < 0 || broken == decoded.length() - 1)
        && decoded.chars().noneMatch(each -> Character.isISOControl(each) && !isSpace(each));
  }

  private static boolean isSpace(int character) {
    return character == '\t' || character == '\n' || character == '\r' || character == '\f';
  }

  private static boolean isZero(byte[] head) {
    for (byte each : head) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLaz(byte[] head) {
    return head.length > LAS_POINT_FORMAT
        && head[0] == 'L'
        && head[1] == 'A'
        && head[2] == 'S'
        && head[3] == 'F'
        && (head[LAS_POINT_FORMAT] & LAZ_COMPRESSED) != 0;
  }
}
