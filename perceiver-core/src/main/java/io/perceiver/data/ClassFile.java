package io.perceiver.data;

import io.perceiver.internal.data.Names;
import io.perceiver.internal.data.Splits;

/**
 * A file in a class folder.
 *
 * @param path relative to the tree
 * @param split canonical name
 * @param label name of the class, composed
 */
record ClassFile(String path, String split, String label) {

  /** Finds the class and the split in the path itself. */
  static ClassFile at(String path, int classPart, int splitPart) {
    String[] parts = path.split("/");
    return new ClassFile(
        path,
        splitPart < 0 ? Splits.TRAIN : Splits.canonical(parts[splitPart]),
        Names.composed(parts[classPart]));
  }
}
