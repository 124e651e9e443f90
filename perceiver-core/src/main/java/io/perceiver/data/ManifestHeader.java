package io.perceiver.data;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.internal.data.Findings;
import io.perceiver.internal.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The column names of a manifest, checked.
 *
 * @param manifest its name, for messages
 * @param names in the file's order; empty for columns without a name, which are not looked at
 * @param request what the model needs
 */
record ManifestHeader(String manifest, List<String> names, Request request) {
  static final String SPLIT = "split";
  static final String ID = "id";
  private static final Pattern UNNAMED = Pattern.compile("Unnamed: [0-9]+");

  /**
   * Checks the names.
   *
   * @throws InvalidSpecException naming every column that is unknown or there twice
   */
  static ManifestHeader of(
      String manifest, List<String> names, Request request, List<String> ignore) {
    List<String> problems = new ArrayList<>();
    Set<String> allowed = allowed(request, ignore);
    Set<String> seen = new HashSet<>();
    List<String> used = new ArrayList<>(names);
    Findings unknown = new Findings("unknown columns");
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      if (isUnnamed(name, allowed)) {
        used.set(column, "");
      } else if (!seen.add(name)) {
        problems.add(manifest + ": column '" + name + "' is there twice");
      } else if (!allowed.contains(name)) {
        unknown.add("'" + name + "'" + meant(name, allowed));
      }
    }
    unknown.addTo(
        problems,
        manifest,
        ". Allowed: " + String.join(", ", allowed) + "; others go into data.ignore");
    if (request.modalities().stream().noneMatch(seen::contains)) {
      problems.add(
          manifest
              + ": has no column of the model's modalities: "
              + String.join(", ", new TreeSet<>(request.modalities())));
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException(problems);
    }
    return new ManifestHeader(manifest, List.copyOf(used), request);
  }

  /** The index that pandas writes has no name, or such a one once it was read and written again. */
  private static boolean isUnnamed(String name, Set<String> allowed) {
    return name.isEmpty() || (UNNAMED.matcher(name).matches() && !allowed.contains(name));
  }

  /** What to tell about columns without a name; empty if all have one. */
  Optional<String> unnamed() {
    List<String> numbers = new ArrayList<>();
    for (int column = 0; column < names.size(); column++) {
      if (names.get(column).isEmpty()) {
        numbers.add(String.valueOf(column + 1));
      }
    }
    return numbers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "%s: %s %s without a name ignored"
                .formatted(
                    manifest,
                    numbers.size() == 1 ? "column" : "columns",
                    String.join(", ", numbers)));
  }

  private static String meant(String name, Set<String> allowed) {
    return Nearest.of(name, allowed).map(near -> " (did you mean '" + near + "'?)").orElse("");
  }

  /** The names that columns may have. */
  static Set<String> allowed(Request request, List<String> ignore) {
    Set<String> allowed = new TreeSet<>(List.of(SPLIT, ID));
    allowed.addAll(request.targetColumns());
    allowed.addAll(request.modalities());
    allowed.addAll(request.knownModalities());
    allowed.addAll(ignore);
    return allowed;
  }

  int size() {
    return names.size();
  }

  /** Index of a column. */
  Optional<Integer> column(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Optional.empty() : Optional.of(index);
  }

  boolean isModality(String name) {
    return request.modalities().contains(name);
  }

  boolean isTarget(String name) {
    return request.targetColumns().contains(name);
  }
}
