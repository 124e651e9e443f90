package io.perceiver.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which examples there are and where their files lie.
 *
 * @param sizes examples in each split
 * @param renderers the senses, in the order of the manifest's columns
 */
record Layout(Sizes sizes, List<SceneRenderer> renderers) {
  static final String MANIFEST = "manifest.csv";

  /** One example: the index-th of its split. */
  record Entry(Split split, int index) {}

  /** All examples, in the order of the manifest. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(sizes.total());
    for (Split split : Split.values()) {
      for (int index = 0; index < sizes.of(split); index++) {
        entries.add(new Entry(split, index));
      }
    }
    return entries;
  }

  /** Where one sense of an example lies, such as {@code images/train/0001.png}; always with /. */
  String path(Entry entry, SceneRenderer renderer) {
    String folder = folder(entry.split(), renderer);
    return String.format(
        Locale.ROOT, "%s/%04d.%s", folder, entry.index() + 1, renderer.extension());
  }

  /** Where one sense of a split's examples lies. */
  String folder(Split split, SceneRenderer renderer) {
    return renderer.sense() + "s/" + split.label();
  }

  /** The manifest and every file it names, in its order. */
  List<String> files() {
    List<String> files = new ArrayList<>();
    files.add(MANIFEST);
    for (Entry entry : entries()) {
      renderers.forEach(renderer -> files.add(path(entry, renderer)));
    }
    return files;
  }

  /** The manifest's text: a head line, then a line an example. No value needs quotes. */
  String manifest(SceneSource scenes) {
    StringBuilder text = new StringBuilder("split,label");
    renderers.forEach(renderer -> text.append(',').append(renderer.sense()));
    for (Entry entry : entries()) {
      text.append('\n').append(entry.split().label());
      text.append(',').append(scenes.kind(entry.split(), entry.index()).label());
      renderers.forEach(renderer -> text.append(',').append(path(entry, renderer)));
    }
    return text.append('\n').toString();
  }
}
