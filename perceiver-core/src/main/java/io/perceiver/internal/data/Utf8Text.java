package io.perceiver.internal.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.PerceiverException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.regex.Pattern;

/** Opens texts in UTF-8; a byte order mark is skipped, and wrong bytes are an error. */
public final class Utf8Text {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** Texts that no table begins like: an HTML or XML page, a pointer of Git LFS. */
  private static final Pattern LOOKS_FOREIGN =
      Pattern.compile("\\uFEFF?\\s*(<[!?a-zA-Z]|version https://git-lfs)");

  private Utf8Text() {}

  /**
   * Opens a text; wrong bytes throw {@link CharacterCodingException} when they are reached.
   *
   * @throws PerceiverException if the first bytes say that it is another kind of file
   */
  public static BufferedReader open(ExampleSource source) throws IOException {
    refuseForeign(source);
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(
                source.open(),
                UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  /** The sentence for a text with wrong bytes. */
  public static PerceiverException notUtf8(String name, Exception cause) {
    return new PerceiverException(name + ": is not a text in UTF-8; save it as UTF-8", cause);
  }

  private static void refuseForeign(ExampleSource source) throws IOException {
    byte[] head = FileKind.head(source);
    if (hasZero(head) || LOOKS_FOREIGN.matcher(new String(head, UTF_8)).lookingAt()) {
      throw new PerceiverException(
          source.name() + ": is " + FileKind.of(head) + "; expected a text in UTF-8");
    }
  }

  private static boolean hasZero(byte[] head) {
    for (byte each : head) {
      if (each == 0) {
        return true;
      }
    }
    return false;
  }
}
