package io.perceiver.data;

import io.perceiver.api.InvalidSpecException;
import io.perceiver.internal.data.Findings;
import io.perceiver.internal.data.Names;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds the files that lines of split lists name, and gathers every mistake. Used by one thread.
 */
final class ListedFiles {
  private static final Pattern NUMBER = Pattern.compile("[-_ ]?[0-9]+$");

  private final String tree;
  private final Map<String, List<String>> byName = new HashMap<>();
  private final TreeSet<String> classes = new TreeSet<>();
  private final Map<String, String> places = new HashMap<>();
  private final List<ClassFile> found = new ArrayList<>();
  private final Findings missing = new Findings("listed files that cannot be found");
  private final Findings twice = new Findings("files that are listed twice");
  private final Findings unclear = new Findings("lines that fit several files");
  private final Findings elsewhere = new Findings("files that lie in another class's folder");

  /** Looks among files of class folders, {@code CLASS/FILE}. */
  ListedFiles(String tree, List<String> files) {
    this.tree = tree;
    for (String file : files) {
      if (file.contains("/")) {
        classes.add(labelOf(file));
        String composed = Names.composed(file);
        String stem = withoutExtension(composed);
        index(composed, file);
        index(stem, file);
        index(composed.substring(composed.lastIndexOf('/') + 1), file);
        index(stem.substring(stem.lastIndexOf('/') + 1), file);
      }
    }
  }

  private void index(String name, String file) {
    List<String> known = byName.computeIfAbsent(name, n -> new ArrayList<>(1));
    if (!known.contains(file)) {
      known.add(file);
    }
  }

  /**
   * Takes a line: {@code airplane_0001}, {@code airplane_0001.txt}, or either with its folder.
   *
   * @param place where it stands, for messages
   */
  void add(String place, String line, String split) {
    String name = Names.composed(line.replace('\\', '/'));
    String wanted = name.startsWith("./") ? name.substring(2) : name;
    List<String> fits = fitting(wanted);
    if (fits.isEmpty()) {
      missing.add(place + " '" + line + "'");
    } else if (fits.size() > 1) {
      unclear.add(place + " '" + line + "' (" + fits.get(0) + ", " + fits.get(1) + ")");
    } else {
      take(place, fits.get(0), wanted, split);
    }
  }

  /** Of several files of one name, the one in the folder of the name's own class. */
  private List<String> fitting(String wanted) {
    List<String> fits = byName.getOrDefault(wanted, List.of());
    if (fits.size() < 2 || wanted.contains("/")) {
      return fits;
    }
    String own = classIn(wanted);
    List<String> inOwn = fits.stream().filter(file -> labelOf(file).equals(own)).toList();
    return inOwn.isEmpty() ? fits : inOwn;
  }

  private void take(String place, String file, String wanted, String split) {
    String label = labelOf(file);
    String named = classIn(wanted.substring(wanted.lastIndexOf('/') + 1));
    if (!named.equals(label) && classes.contains(named)) {
      elsewhere.add(place + " " + file);
    }
    String before = places.putIfAbsent(file, place);
    if (before != null) {
      twice.add(file + " (" + before + " and " + place + ")");
    } else {
      found.add(new ClassFile(file, split, label));
    }
  }

  private static String labelOf(String file) {
    return Names.composed(file.substring(0, file.indexOf('/')));
  }

  /** {@code night_stand} of {@code night_stand_0001.off}. */
  private static String classIn(String name) {
    return NUMBER.matcher(withoutExtension(name)).replaceFirst("");
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /**
   * The files, sorted by path.
   *
   * @throws InvalidSpecException with every mistake
   */
  List<ClassFile> files() {
    List<String> problems = new ArrayList<>();
    String advice = ". Mend the lists, or leave them out with data.lists: none";
    for (Findings findings : List.of(missing, twice, unclear, elsewhere)) {
      findings.addTo(problems, tree, advice);
    }
    if (!problems.isEmpty()) {
      throw new InvalidSpecException(problems);
    }
    return found.stream().sorted(Comparator.comparing(ClassFile::path)).toList();
  }
}
