package io.perceiver.pointcloud.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.read.TokenScanner.Syntax;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenScannerTest {

  private static TokenScanner scanner(String text, Syntax syntax) {
    return new TokenScanner(new FileBytes("a.txt", text.getBytes(ISO_8859_1)), syntax);
  }

  /** Each word behind the number of its line, and a bar before those that begin one. */
  private static String words(String text, Syntax syntax) throws UnreadableExampleException {
    TokenScanner scanner = scanner(text, syntax);
    StringBuilder words = new StringBuilder();
    while (scanner.hasNext()) {
      words.append(scanner.beginsLine() ? "|" : " ").append(scanner.line()).append(scanner.word());
    }
    return words.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void linesEndInEveryWay(String lineEnd) throws UnreadableExampleException {
    String text = "a b\n\n\tc  \n d".replace("\n", lineEnd);

    assertThat(words(text, Syntax.PLAIN)).isEqualTo("|1a 1b|3c|4d");
  }

  @Test
  void commentsEndWordsAndGoToTheEndOfTheLine() throws UnreadableExampleException {
    assertThat(words("# x\na#b c\nd", Syntax.COMMENTS)).isEqualTo("|2a|3d");
    assertThat(words("a#b c", Syntax.PLAIN)).isEqualTo("|1a#b 1c");
  }

  @Test
  void aBackslashContinuesALine() throws UnreadableExampleException {
    assertThat(words("a \\\nb\\\r\nc\nd\\e", Syntax.CONTINUED_LINES)).isEqualTo("|1a 2b 3c|4d\\e");
    assertThat(words("a \\\nb", Syntax.COMMENTS)).isEqualTo("|1a 1\\|2b");
  }

  @Test
  void skippedLinesMayBeContinued() throws UnreadableExampleException {
    TokenScanner scanner = scanner("a b\\\nc\nd", Syntax.CONTINUED_LINES);
    scanner.word();
    scanner.skipLine();

    assertThat(scanner.word()).isEqualTo("d");
    assertThat(scanner.line()).isEqualTo(3);
  }

  @Test
  void wordsOfALineAreCountedInPlace() throws UnreadableExampleException {
    TokenScanner scanner = scanner("a b c # d\ne", Syntax.COMMENTS);
    scanner.word();

    assertThat(scanner.wordsOnLine()).isEqualTo(2);
    assertThat(scanner.word()).isEqualTo("b");
  }

  @Test
  void aByteOrderMarkIsNoWord() throws UnreadableExampleException {
    assertThat(words("\u00ef\u00bb\u00bfa", Syntax.PLAIN)).isEqualTo("|1a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "+1.5e0", "15e-1", "1.5000000000000000"})
  void decimalsAreNumbers(String number) throws UnreadableExampleException {
    assertThat(scanner(number, Syntax.PLAIN).number()).isEqualTo(1.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nan", "-NaN", "-nan(ind)"})
  void nanIsANumber(String number) throws UnreadableExampleException {
    assertThat(scanner(number, Syntax.PLAIN).number()).isNaN();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1f", "1d", "0x1", "0x1p3", "1,5", "-", "e", ".", "1e"})
  void allElseIsRefused(String word) {
    assertThatThrownBy(() -> scanner("\n" + word, Syntax.PLAIN).number())
        .isInstanceOf(UnreadableExampleException.class)
        .hasMessage("a.txt: line 2: '" + word + "' is not a number");
  }

  @Test
  void wordsHaveABoundedLength() {
    assertThatThrownBy(() -> scanner("1".repeat(513), Syntax.PLAIN).word())
        .hasMessage("a.txt: line 1: a word of 513 bytes; at most 512 are read");
  }
}
