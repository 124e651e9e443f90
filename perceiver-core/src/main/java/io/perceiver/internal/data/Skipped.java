package io.perceiver.internal.data;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Files of a data set that are not examples, for one reason.
 *
 * @param reason what they are instead, such as {@code in no class folder}
 * @param count how many files there are
 * @param first the first three of them by name; a folder full of them is named once, as {@code
 *     .git/}
 */
public record Skipped(String reason, int count, List<String> first) {
  /** The reason for hidden files, files of operating systems, and documents such as README. */
  public static final String NO_DATA = "hidden, of the system, or README and the like";

  private static final int SHOWN = 3;

  /** Keeps its own copy. */
  public Skipped {
    first = List.copyOf(first);
  }

  /** The files of a tree that are litter by their names; empty if there are none. */
  public static Optional<Skipped> litter(List<String> files) {
    TreeSet<String> parts = new TreeSet<>();
    int count = 0;
    for (String file : files) {
      Optional<String> part = Litter.part(file);
      if (part.isPresent()) {
        count++;
        parts.add(part.get().equals(file) ? file : part.get() + "/");
      }
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(new Skipped(NO_DATA, count, parts.stream().limit(SHOWN).toList()));
  }

  /** These files, sorted; empty if there are none. */
  public static Optional<Skipped> of(String reason, List<String> files) {
    return files.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Skipped(reason, files.size(), files.stream().sorted().limit(SHOWN).toList()));
  }

  /** Such as {@code 4 files are not examples (in no class folder): a.png, b.png, c.png, …}. */
  @Override
  public String toString() {
    String counted = count == 1 ? "1 file is not an example" : count + " files are not examples";
    return counted + " (" + reason + "): " + shown();
  }

  private String shown() {
    boolean more = first.size() == SHOWN && count > SHOWN;
    return String.join(", ", first) + (more ? ", …" : "");
  }
}
