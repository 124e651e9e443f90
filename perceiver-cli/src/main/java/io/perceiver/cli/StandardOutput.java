package io.perceiver.cli;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.LoggerFactory;

/**
 * Keeps standard output for results: what a library prints there goes to the log, a line at a time.
 * Thread-safe, as the print stream around it locks.
 */
final class StandardOutput extends OutputStream {
  private static final int LONGEST_LINE = 4096;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  private StandardOutput() {}

  /**
   * Takes standard output over.
   *
   * @return the stream that {@link System#out} was until now
   */
  static PrintStream keep() {
    PrintStream own = System.out;
    System.setOut(new PrintStream(new StandardOutput(), true, StandardCharsets.UTF_8));
    return own;
  }

  @Override
  public void write(int character) {
    if (character == '\n' || line.size() >= LONGEST_LINE) {
      log();
    }
    if (character != '\n' && character != '\r') {
      line.write(character);
    }
  }

  private void log() {
    if (line.size() > 0) {
      LoggerFactory.getLogger("stdout").info("{}", line.toString(StandardCharsets.UTF_8));
      line.reset();
    }
  }
}
