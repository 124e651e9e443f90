package io.perceiver.cli.predict;

import io.perceiver.api.Example;
import io.perceiver.api.ExampleReader;
import io.perceiver.api.ExampleSource;
import io.perceiver.api.FileKind;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.api.Problems;
import io.perceiver.api.RecordFile;
import io.perceiver.api.SourceRecord;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.internal.data.FileTrees;
import io.perceiver.internal.data.SourceRecords;
import io.perceiver.internal.text.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Turns arguments into examples: {@code a.png}, {@code archive.zip!/a.png}, {@code file#3}, a
 * folder of files, or a group {@code image=a.png,audio=a.wav}, of one modality too. Used by one
 * thread.
 */
public final class FileArguments {
  /** What may be the name of a modality; of {@code C:} and of paths it is none. */
  private static final Pattern NAMED = Pattern.compile("(?:^|,)([A-Za-z][A-Za-z0-9_-]*)=");

  private final Map<String, ExampleReader<?>> readers;
  private final Set<String> modalities;
  private final Pattern assignment;
  private Problems problems = new Problems("");
  private boolean wrong;

  /**
   * Understands arguments for a model.
   *
   * @param readers of its modalities, by name
   */
  public FileArguments(Map<String, ? extends ExampleReader<?>> readers) {
    this.readers = new LinkedHashMap<>(readers);
    this.modalities = readers.keySet();
    String names = modalities.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    this.assignment = Pattern.compile("(?:^|,)(" + names + ")=");
  }

  /**
   * The examples, in the order of the arguments.
   *
   * @param arguments files relative to the working folder
   * @throws WrongArgumentsException naming everything wrong, if arguments are wrong as such
   * @throws PerceiverException naming every file that cannot be found
   */
  public List<Example> examples(List<String> arguments) throws IOException {
    return examples(arguments, FileTrees.open(Path.of("").toAbsolutePath()));
  }

  /** The same of files of a tree; folders are still those of the working folder. */
  List<Example> examples(List<String> arguments, FileTree files) throws IOException {
    problems = new Problems("");
    wrong = false;
    SourceRecords sources = new SourceRecords(files);
    List<Example> examples = new ArrayList<>();
    for (String argument : arguments) {
      for (String each : unfolded(argument)) {
        addExamples(each, sources(each, sources), examples);
      }
    }
    if (wrong) {
      throw new WrongArgumentsException(problems.all());
    }
    problems.throwIfAny();
    return examples;
  }

  /** Adds one example, or one for each record of a file of many that is given alone. */
  private void addExamples(String name, Map<String, SourceRecord> sources, List<Example> examples)
      throws IOException {
    OptionalInt records = sources.size() == 1 ? records(sources) : OptionalInt.empty();
    if (records.isEmpty()) {
      examples.add(new Example(name, "predict", Map.of(), sources));
      return;
    }
    for (int record = 0; record < records.getAsInt(); record++) {
      OptionalInt index = OptionalInt.of(record);
      Map<String, SourceRecord> each = new LinkedHashMap<>();
      sources.forEach(
          (modality, file) -> each.put(modality, new SourceRecord(file.source(), index)));
      examples.add(new Example(name + "#" + record, "predict", Map.of(), each));
    }
  }

  private OptionalInt records(Map<String, SourceRecord> onlySource) throws IOException {
    Map.Entry<String, SourceRecord> only = onlySource.entrySet().iterator().next();
    ExampleReader<?> reader = readers.get(only.getKey());
    return reader == null || only.getValue().record().isPresent()
        ? OptionalInt.empty()
        : records(reader, only.getValue().source());
  }

  /**
   * How many records a file holds; empty if it is one example. A file that cannot be opened counts
   * as one record, so that reading it says what is wrong, under the policy for such examples.
   */
  private static OptionalInt records(ExampleReader<?> reader, ExampleSource source)
      throws IOException {
    if (!reader.holdsRecords(source, FileKind.head(source))) {
      return OptionalInt.empty();
    }
    try (RecordFile<?> file = reader.openRecords(source)) {
      return OptionalInt.of(file.count());
    } catch (UnreadableExampleException saidWhenItIsRead) {
      return OptionalInt.of(1);
    }
  }

  /** The files of a folder, sorted, hidden ones left out; any other argument as it is. */
  private List<String> unfolded(String argument) throws IOException {
    if (!isFolder(argument)) {
      return List.of(argument);
    }
    try (Stream<Path> children = Files.list(Path.of(argument))) {
      List<String> files =
          children
              .filter(Files::isRegularFile)
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
              .map(Path::toString)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        problems.add(argument + ": is a folder without files");
      }
      return files;
    }
  }

  private static boolean isFolder(String argument) {
    try {
      return Files.isDirectory(Path.of(argument));
    } catch (InvalidPathException noPath) {
      return false; // reported as a file that is not there
    }
  }

  private Map<String, SourceRecord> sources(String argument, SourceRecords sources)
      throws IOException {
    Map<String, SourceRecord> found = new LinkedHashMap<>();
    for (Map.Entry<String, String> part : parts(argument, sources).entrySet()) {
      String file = part.getValue();
      try {
        Optional<SourceRecord> source = sources.find(file);
        if (source.isPresent()) {
          found.put(part.getKey(), source.get());
        } else {
          missing(file, argument, sources);
        }
      } catch (PerceiverException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return found;
  }

  /** A file that is not there, or a group with a name that is not a modality's. */
  private void missing(String file, String argument, SourceRecords sources) throws IOException {
    Matcher named = NAMED.matcher(file);
    while (named.find()) {
      if (named.start() == 0 ? file.equals(argument) : goesOn(named, file, sources)) {
        unknown(named.group(1), file);
        return;
      }
    }
    problems.add(file + ": there is no such file");
  }

  /** Whether a group goes on at a comma; it may also stand in a name, as in {@code x,y=3.png}. */
  private boolean goesOn(Matcher named, String file, SourceRecords sources) throws IOException {
    return !Nearest.question(named.group(1), modalities).isEmpty()
        || exists(file.substring(0, named.start()), sources);
  }

  private static boolean exists(String file, SourceRecords sources) throws IOException {
    try {
      return sources.find(file).isPresent();
    } catch (PerceiverException e) { // said where the file is wanted
      return false;
    }
  }

  private void unknown(String name, String argument) {
    wrong(
        "%s: there is no such file, and '%s' is none of the model's modalities: %s.%s"
            .formatted(
                argument,
                name,
                String.join(", ", new TreeSet<>(modalities)),
                Nearest.question(name, modalities)));
  }

  private void wrong(String problem) {
    problems.add(problem);
    wrong = true;
  }

  /**
   * Files by modality. A name that happens to hold "=" or "," is a name where no modality precedes,
   * or where a model of one modality finds a file of the whole name.
   */
  private Map<String, String> parts(String argument, SourceRecords sources) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    Matcher matcher = assignment.matcher(argument);
    boolean isName = argument.contains("=") && exists(argument, sources);
    if (!matcher.lookingAt() || (isName && modalities.size() == 1)) {
      single(argument, isName, parts);
      return parts;
    }
    boolean more = true;
    while (more) {
      String modality = matcher.group(1);
      int from = matcher.end();
      more = matcher.find();
      int to = more ? matcher.start() : argument.length();
      if (parts.put(modality, argument.substring(from, to)) != null) {
        wrong(argument + ": names modality '" + modality + "' twice");
      }
    }
    return parts;
  }

  private void single(String argument, boolean isName, Map<String, String> parts) {
    Matcher named = NAMED.matcher(argument);
    if (modalities.size() == 1) {
      parts.put(modalities.iterator().next(), argument);
    } else if (named.lookingAt() && !isName) {
      unknown(named.group(1), argument);
    } else {
      wrong(
          argument
              + ": which modality is it? Write "
              + modalities.stream().map(name -> name + "=FILE").collect(Collectors.joining(",")));
    }
  }
}
