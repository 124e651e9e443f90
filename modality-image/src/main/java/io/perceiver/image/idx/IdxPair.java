package io.perceiver.image.idx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An image file and the label file named after it.
 *
 * @param split what its examples are for
 * @param images path of the image file
 * @param labels path of the label file; empty where there is none
 */
record IdxPair(String split, String images, Optional<String> labels) {
  private static final String GZIP = ".gz";
  private static final Pattern IMAGES =
      Pattern.compile(
          "(?<start>(?:.*/)?(?<part>train|validation|test|t10k)-)images(?<dot>[-.])idx[34]-ubyte(\\.gz)?");

  /**
   * Every pair among the files, in their order. Where a file lies there plain and gzipped, the
   * plain one is taken.
   */
  static List<IdxPair> in(List<String> files) {
    Set<String> known = Set.copyOf(files);
    List<IdxPair> pairs = new ArrayList<>();
    for (String file : files) {
      Matcher matcher = IMAGES.matcher(file);
      if (matcher.matches() && !hasPlainTwin(file, known)) {
        pairs.add(of(file, matcher, known));
      }
    }
    return pairs;
  }

  private static IdxPair of(String images, Matcher matcher, Set<String> known) {
    String labels = matcher.group("start") + "labels" + matcher.group("dot") + "idx1-ubyte";
    Optional<String> found = Stream.of(labels, labels + GZIP).filter(known::contains).findFirst();
    return new IdxPair(split(matcher.group("part")), images, found);
  }

  private static String split(String part) {
    return part.equals("t10k") ? "test" : part;
  }

  private static boolean hasPlainTwin(String file, Set<String> known) {
    return file.endsWith(GZIP) && known.contains(file.substring(0, file.length() - GZIP.length()));
  }

  /** The label file expected beside the images, for messages. */
  String expectedLabels() {
    return images.replaceFirst("images([-.])idx[34]", "labels$1idx1");
  }
}
