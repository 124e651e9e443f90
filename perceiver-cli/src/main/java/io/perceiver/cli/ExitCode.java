package io.perceiver.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** How the program ends, documented in every verb's help and in docs/cli.md. */
public enum ExitCode {
  /** Everything asked for was done. */
  OK(0, "done"),
  /** A check was made and did not hold. */
  CHECK_FAILED(1, "a check failed: a case of parity differs, or a file of the data cannot be read"),
  /** The command line itself is wrong. */
  USAGE(2, "the command line is wrong"),
  /** The configuration is missing or wrong, or names a plugin that cannot be used. */
  CONFIGURATION(3, "the configuration is missing or wrong, or names a plugin that cannot be used"),
  /** Data or another input file is missing or wrong. */
  DATA(4, "data or another file is missing, unreadable or wrong"),
  /** A run folder or checkpoint is missing, damaged or of another configuration. */
  RUN(5, "a run or checkpoint is missing, damaged or of another configuration"),
  /** The loss stopped being a number. */
  DIVERGED(6, "the training diverged: its loss is no longer a number"),
  /** A mistake of this program, or a lack of memory. */
  INTERNAL(70, "an error of the program itself, or too little memory"),
  /** The work was cut short from outside, as by Ctrl-C; nothing is wrong with it. */
  INTERRUPTED(130, "interrupted, as by Ctrl-C");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number the process ends with. */
  public int code() {
    return code;
  }

  /** Every code with its meaning, in order, for help texts. */
  static Map<String, String> documented() {
    Map<String, String> documented = new LinkedHashMap<>();
    for (ExitCode exit : values()) {
      documented.put(" " + exit.code, exit.meaning);
    }
    documented.put(" 128+n", "ended by signal n, such as 143 after kill");
    return documented;
  }
}
