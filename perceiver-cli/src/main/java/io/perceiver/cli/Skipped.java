package io.perceiver.cli;

import io.perceiver.data.BadExample;
import java.io.PrintWriter;
import java.util.List;

/**
 * The examples that were left out because they could not be read.
 *
 * @param examples all of them
 */
record Skipped(List<BadExample> examples) {
  private static final int SHOWN = 10;

  /** Lists the first of them, and how many there are; nothing where there are none. */
  void print(PrintWriter out) {
    if (examples.isEmpty()) {
      return;
    }
    String counted = examples.size() == 1 ? "1 example" : examples.size() + " examples";
    out.println("Skipped " + counted + " that could not be read:");
    examples.stream().limit(SHOWN).forEach(bad -> out.println("  " + line(bad)));
    if (examples.size() > SHOWN) {
      out.println("  and " + (examples.size() - SHOWN) + " more");
    }
  }

  /** An example that is called by its file is not named twice. */
  private static String line(BadExample bad) {
    String reason =
        bad.reason().startsWith(bad.id() + ": ")
            ? bad.reason().substring(bad.id().length() + 2)
            : bad.reason();
    return bad.id() + " (" + bad.modality() + "): " + reason;
  }
}
