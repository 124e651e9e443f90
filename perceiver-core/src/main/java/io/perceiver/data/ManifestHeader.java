package io.perceiver.data;

import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.InvalidSpecException;
import io.perceiver.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The column names of a manifest, checked.
 *
 * @param names in the file's order
 * @param request what the model needs
 */
record ManifestHeader(List<String> names, Request request) {
  static final String SPLIT = "split";
  static final String ID = "id";

  /**
   * Checks the names.
   *
   * @throws InvalidSpecException naming every column that is unknown, nameless or there twice
   */
  static ManifestHeader of(
      String manifest, List<String> names, Request request, List<String> ignore) {
    List<String> problems = new ArrayList<>();
    Set<String> allowed = allowed(request, ignore);
    Set<String> seen = new HashSet<>();
    Findings unknown = new Findings("unknown columns");
    for (int column = 0; column < names.size(); column++) {
      String name = names.get(column);
      if (name.isEmpty()) {
        problems.add(manifest + ": column " + (column + 1) + " has no name");
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
    return new ManifestHeader(List.copyOf(names), request);
  }

  private static String meant(String name, Set<String> allowed) {
    return Nearest.of(name, allowed).map(near -> " (did you mean '" + near + "'?)").orElse("");
  }

  private static Set<String> allowed(Request request, List<String> ignore) {
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
