package io.perceiver.pointcloud.off;

import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.Head;
import io.perceiver.pointcloud.read.ReadOptions;
import io.perceiver.pointcloud.read.TokenScanner;
import java.util.Locale;

/**
 * Reads OFF files word by word, as Geomview defines them. Where a file can be arranged in several
 * ways, the first in which its counts and its numbers agree to the end of the file is right.
 */
public final class OffFile {
  // a digit and what separates it
  private static final int FEWEST_BYTES = 2;

  private static final String ENDING = ".off";

  private OffFile() {}

  /**
   * Whether a file is OFF, by its first word: the keyword, or a count if it is called so; comments
   * alone suffice then.
   */
  public static boolean matches(FileBytes file) {
    TokenScanner text = new TokenScanner(Head.of(file), TokenScanner.Syntax.COMMENTS);
    try {
      boolean called = file.name().toLowerCase(Locale.ROOT).endsWith(ENDING);
      if (!text.hasNext()) {
        return called;
      }
      String word = text.word();
      return OffHeader.isKey(word) || (called && OffHeader.isCount(word));
    } catch (UnreadableExampleException notText) {
      return false;
    }
  }

  /**
   * Reads the mesh, or the cloud if there are no faces.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    TokenScanner text = new TokenScanner(file, TokenScanner.Syntax.COMMENTS);
    OffHeader header = OffHeader.read(text);
    checkCounts(file, options, header, text.remaining() + 1L);
    return body(file, options, header, text).cloud();
  }

  private static OffBody body(
      FileBytes file, ReadOptions options, OffHeader header, TokenScanner text)
      throws UnreadableExampleException {
    TokenScanner.Place body = text.place();
    UnreadableExampleException first = null;
    for (OffLayout layout : OffLayout.of(header, text)) {
      text.goTo(body);
      try {
        return new OffBody(file, options, header, layout, text).read();
      } catch (UnreadableExampleException otherLayout) {
        first = first == null ? otherLayout : first;
      }
    }
    throw first == null ? text.refused("has no vertices") : first;
  }

  private static void checkCounts(
      FileBytes file, ReadOptions options, OffHeader header, long available)
      throws UnreadableExampleException {
    int numbers = OffVertex.named(header, false).size();
    file.checkPoints(header.vertices(), (long) FEWEST_BYTES * numbers, available, options);
    if (header.faces() > available / FEWEST_BYTES) {
      throw file.refused(
          "cut short: its header says "
              + header.faces()
              + " faces, but "
              + available
              + " bytes follow");
    }
  }
}
