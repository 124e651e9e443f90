package io.perceiver.pointcloud.stl;

import io.perceiver.api.FileKind;
import io.perceiver.api.UnreadableExampleException;
import io.perceiver.pointcloud.cloud.PointCloud;
import io.perceiver.pointcloud.read.ByteOrderMark;
import io.perceiver.pointcloud.read.FileBytes;
import io.perceiver.pointcloud.read.Head;
import io.perceiver.pointcloud.read.ReadOptions;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads STL files. Corners at the same place become one point. Facet normals are not read, as the
 * surface has them; neither are the colours that some programs hide in binary files.
 */
public final class StlFile {
  private static final String ENDING = ".stl";
  private static final Pattern TEXT =
      Pattern.compile("\\s*solid\\b.*?\\b(facet\\s+normal|endsolid)\\b.*", Pattern.DOTALL);
  private static final Pattern TEXT_START = Pattern.compile("\\s*solid\\b.*", Pattern.DOTALL);

  private StlFile() {}

  /**
   * Whether a file is STL: a text of facets, or called so and not known to be of another kind, as
   * the binary form has no mark of its own.
   */
  public static boolean matches(FileBytes file) {
    return isText(file) || (isCalled(file) && !isForeign(file));
  }

  /**
   * Reads the triangles.
   *
   * @throws UnreadableExampleException if the file is damaged, cut short or lacks what is asked for
   */
  public static PointCloud read(FileBytes file, ReadOptions options)
      throws UnreadableExampleException {
    // the size first: the header of a binary file may begin with 'solid'
    boolean text = !StlBinary.fits(file) && (isText(file) || isTextStart(file));
    return text ? new StlText(file, options).read() : StlBinary.read(file, options);
  }

  private static boolean isCalled(FileBytes file) {
    return file.name().toLowerCase(Locale.ROOT).endsWith(ENDING);
  }

  private static boolean isForeign(FileBytes file) {
    return !startsWithSolid(file) && FileKind.of(Head.of(file).bytes()).isKnown();
  }

  private static boolean startsWithSolid(FileBytes file) {
    return TEXT_START.matcher(start(file)).matches();
  }

  private static boolean isText(FileBytes file) {
    return TEXT.matcher(start(file)).matches();
  }

  /** Text that ends before its first facet, or one with a long name; zero bytes are binary. */
  private static boolean isTextStart(FileBytes file) {
    return startsWithSolid(file) && start(file).indexOf('\0') < 0;
  }

  private static String start(FileBytes file) {
    FileBytes head = Head.of(file);
    int from = ByteOrderMark.length(head);
    return new String(head.bytes(), from, head.size() - from, StandardCharsets.ISO_8859_1)
        .toLowerCase(Locale.ROOT);
  }
}
