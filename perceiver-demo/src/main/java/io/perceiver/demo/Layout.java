package io.perceiver.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which examples there are, which senses each has, and where their files lie.
 *
 * @param sizes examples in each split
 * @param kinds the kind of each example
 * @param gaps what examples lack
 */
record Layout(Sizes sizes, KindOrder kinds, Gaps gaps) {
  /** Lists all examples. */
  static final String MANIFEST = "manifest.csv";

  /** Lists the test examples again, with many senses missing. */
  static final String MISSING = "missing.csv";

  /** The layout of the data set of these settings. */
  static Layout of(Settings settings) {
    Draws draws = new Draws(settings.seed());
    return new Layout(settings.sizes(), new KindOrder(draws), new Gaps(draws));
  }

  /** One example: the index-th of its split. */
  record Entry(Split split, int index) {}

  /** All examples, in the order of the manifest. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(sizes.total());
    for (Split split : Split.values()) {
      entries.addAll(entries(split));
    }
    return entries;
  }

  private List<Entry> entries(Split split) {
    List<Entry> entries = new ArrayList<>(sizes.of(split));
    for (int index = 0; index < sizes.of(split); index++) {
      entries.add(new Entry(split, index));
    }
    return entries;
  }

  /** What an example is. */
  Kind kind(Entry entry) {
    return kinds.kind(entry.split(), entry.index());
  }

  /** The senses of an example that have a file. */
  List<Sense> senses(Entry entry) {
    return gaps.inManifest(entry.split(), entry.index());
  }

  /** Where one sense of an example lies, such as {@code images/train/0001.png}; always with /. */
  String path(Entry entry, Sense sense) {
    String folder = folder(entry.split(), sense);
    return String.format(Locale.ROOT, "%s/%04d.%s", folder, entry.index() + 1, sense.extension());
  }

  /** Where one sense of a split's examples lies. */
  String folder(Split split, Sense sense) {
    return sense.folder() + "/" + split.label();
  }

  /** The two lists and every file they name, in the manifest's order. */
  List<String> files() {
    List<String> files = new ArrayList<>(List.of(MANIFEST, MISSING));
    for (Entry entry : entries()) {
      senses(entry).forEach(sense -> files.add(path(entry, sense)));
    }
    return files;
  }

  /** The text of {@value #MANIFEST}. */
  String manifest() {
    StringBuilder text = new StringBuilder(header());
    entries().forEach(entry -> append(entry, senses(entry), text));
    return text.toString();
  }

  /** The text of {@value #MISSING}. */
  String missing() {
    StringBuilder text = new StringBuilder(header());
    entries(Split.TEST).forEach(entry -> append(entry, gaps.inList(entry.index()), text));
    return text.toString();
  }

  private static String header() {
    return "split,label," + String.join(",", Senses.names()) + "\n";
  }

  /** Adds an example's line; no value needs quotes. */
  private void append(Entry entry, List<Sense> present, StringBuilder text) {
    text.append(entry.split().label()).append(',').append(kind(entry).label());
    for (Sense sense : Sense.values()) {
      text.append(',').append(present.contains(sense) ? path(entry, sense) : "");
    }
    text.append('\n');
  }
}
