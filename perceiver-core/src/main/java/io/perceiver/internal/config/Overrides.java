package io.perceiver.internal.config;

import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Values set on the command line, {@code --set key=value}, on top of a file. */
public final class Overrides {
  private Overrides() {}

  /**
   * Lays values over a configuration, the last one winning.
   *
   * <p>A value is taken as it stands; one that begins with a bracket, a brace or a quote is read as
   * YAML, and an empty one is null.
   *
   * @param assignments such as {@code training.clipNorm=1} or {@code heads.label.classes=[a, b]}
   * @param workingFolder what relative paths among them are relative to
   * @throws io.perceiver.api.InvalidSpecException with every assignment that is none
   */
  public static ConfigNode.Mapping apply(
      ConfigNode.Mapping config, List<String> assignments, Path workingFolder) {
    Problems problems = new Problems("");
    ConfigNode.Mapping result = config;
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      String path = equals < 0 ? "" : assignment.substring(0, equals).strip();
      if (!path.matches("[^.\\s]+(\\.[^.\\s]+)*")) {
        problems.add("--set " + assignment + ": is not key=value such as training.epochs=3");
        continue;
      }
      Place place = new Place("--set " + path, workingFolder);
      try {
        result = result.with(path, value(assignment.substring(equals + 1).strip(), place));
      } catch (PerceiverException notYaml) {
        problems.add(String.valueOf(notYaml.getMessage()));
      }
    }
    problems.throwIfAny();
    return result;
  }

  private static ConfigNode value(String text, Place place) {
    if (!text.isEmpty() && "[{\"'".indexOf(text.charAt(0)) >= 0) {
      return YamlReader.value(text, place);
    }
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "", "~", "null" -> new ConfigNode.Null(place);
      default -> new ConfigNode.Scalar(text, place);
    };
  }
}
