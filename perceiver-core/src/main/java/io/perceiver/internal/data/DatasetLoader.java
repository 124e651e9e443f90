package io.perceiver.internal.data;

import io.perceiver.api.DatasetFormat;
import io.perceiver.api.DatasetFormat.Request;
import io.perceiver.api.Example;
import io.perceiver.api.FileTree;
import io.perceiver.api.PerceiverException;
import io.perceiver.data.Dataset;
import io.perceiver.internal.text.Nearest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * From files to a {@link Dataset}: finds the format, lists the examples, and makes the validation
 * split where there is none. Thread-safe.
 */
public final class DatasetLoader {
  /** The format name that means: the one that recognises the files. */
  public static final String AUTO = "auto";

  private final Map<String, DatasetFormat<?>> formats = new TreeMap<>();

  /** Knows these formats, by their names. */
  public DatasetLoader(Collection<? extends DatasetFormat<?>> formats) {
    for (DatasetFormat<?> format : formats) {
      if (this.formats.putIfAbsent(format.name(), format) != null) {
        throw new IllegalArgumentException("two data set formats are named " + format.name());
      }
    }
  }

  /**
   * Finds a format.
   *
   * @param name its name, or {@value #AUTO}
   * @throws PerceiverException if there is none of that name, or not exactly one recognises the
   *     files
   * @throws IOException if the files cannot be read
   */
  public DatasetFormat<?> format(FileTree files, String name) throws IOException {
    if (name.equals(AUTO)) {
      return recognised(files);
    }
    DatasetFormat<?> format = formats.get(name);
    if (format == null) {
      throw new PerceiverException(
          String.format(
              "data.format: no data set format is named '%s'; known: %s, %s.%s",
              name, AUTO, known(), Nearest.question(name, formats.keySet())));
    }
    return format;
  }

  private DatasetFormat<?> recognised(FileTree files) throws IOException {
    List<DatasetFormat<?>> found = new ArrayList<>();
    for (DatasetFormat<?> format : formats.values()) {
      if (format.recognises(files)) {
        found.add(format);
      }
    }
    if (found.size() != 1) {
      String names = String.join(", ", found.stream().map(DatasetFormat::name).toList());
      throw new PerceiverException(
          files.name()
              + (found.isEmpty()
                  ? ": looks like no known data set format; known: " + known()
                  : ": looks like several data set formats: " + names)
              + "; name one as data.format");
    }
    return found.get(0);
  }

  private String known() {
    return String.join(", ", formats.keySet());
  }

  /**
   * Lists a data set.
   *
   * @param config the format's own keys, of the type of {@code format.defaults()}
   * @param validation the share of train that becomes the validation split where the data set has
   *     none; a fraction of 0 makes none
   * @throws PerceiverException with every mistake found, or if there are no examples
   * @throws IOException if files cannot be read
   */
  public <C extends Record> Dataset load(
      FileTree files,
      DatasetFormat<C> format,
      Record config,
      Request request,
      StratifiedShare validation)
      throws IOException {
    return dataset(files.name(), format.list(files, typed(format, config), request), validation);
  }

  /**
   * Makes a data set of examples that are listed already.
   *
   * @param name how messages call it
   * @param validation the share of train that becomes the validation split where the examples have
   *     none; a fraction of 0 makes none
   * @throws PerceiverException if two examples have one id, or there are none
   * @throws IOException if the size of a source cannot be found out
   */
  public static Dataset dataset(String name, List<Example> examples, StratifiedShare validation)
      throws IOException {
    checkIds(name, examples);
    String fingerprint = Fingerprint.of(examples);
    return new Dataset(name, fingerprint, withValidation(name, examples, validation));
  }

  @SuppressWarnings("unchecked") // a format's defaults are of the type it accepts
  private static <C extends Record> C typed(DatasetFormat<C> format, Record config) {
    return (C) format.defaults().getClass().cast(config);
  }

  private static void checkIds(String name, List<Example> examples) {
    Set<String> ids = new HashSet<>();
    for (Example example : examples) {
      if (!ids.add(example.id())) {
        throw new PerceiverException(name + ": two examples are named '" + example.id() + "'");
      }
    }
    if (examples.isEmpty()) {
      throw new PerceiverException(name + ": lists no examples");
    }
  }

  private static List<Example> withValidation(
      String name, List<Example> examples, StratifiedShare validation) {
    boolean hasTrain = examples.stream().anyMatch(e -> e.split().equals(Splits.TRAIN));
    boolean hasOwn = examples.stream().anyMatch(e -> e.split().equals(Splits.VALIDATION));
    if (validation.fraction() == 0 || hasOwn || !hasTrain) {
      return examples;
    }
    List<Example> moved = validation.move(examples, Splits.TRAIN, Splits.VALIDATION);
    if (moved.stream().noneMatch(e -> e.split().equals(Splits.VALIDATION))) {
      throw new PerceiverException(
          String.format(
              "%s: its train split is too small for a validation share of %s; give a larger"
                  + " fraction, more examples, or a validation split",
              name, validation.fraction()));
    }
    return moved;
  }
}
